import * as z from 'zod/mini';

/** The parts of the console, in their order. */
export const sections = ['apps', 'people', 'jwt', 'requests', 'clock', 'policy', 'faults'] as const;
export type Section = (typeof sections)[number];

export const sectionNames: Record<Section, string> = {
  apps: 'Apps',
  people: 'Users and sessions',
  jwt: 'JWT credentials',
  requests: 'Requests',
  clock: 'Clock',
  policy: 'Policy',
  faults: 'Faults',
};

const placeSchema = z.object({
  section: z.enum(sections),
  app: z.optional(z.string().check(z.minLength(1), z.maxLength(256))),
  do: z.optional(z.enum(['create', 'edit'])),
});

/** Where in the console the reader is. */
export type Place = z.infer<typeof placeSchema>;

export const home: Place = { section: 'apps' };

/**
 * The place that a fragment names.
 *
 * @returns undefined where it names none: it is empty, or an anchor; `damaged` where it cannot be read
 */
export function readPlace(fragment: string): Place | 'damaged' | undefined {
  const text = fragment.replace(/^#/, '');
  if (!text.includes('=')) return undefined;
  const members = Object.fromEntries(new URLSearchParams(text.slice(0, 2000)));
  const place = placeSchema.safeParse({ section: 'apps', ...members });
  return place.success ? place.data : 'damaged';
}

/** The address of a place, from its `#` on. A client id is no secret. */
export function placeLink({ section, app, do: act }: Place): string {
  const members = new URLSearchParams({ section });
  if (app !== undefined) members.set('app', app);
  if (act !== undefined) members.set('do', act);
  return `#${members.toString()}`;
}

/** What the browser's tab says, the nearest first. */
export function placeTitle(place: Place, appName: string | undefined, site: string): string {
  const doing = { create: 'New app', edit: appName && `Edit ${appName}` };
  const within = place.do ? doing[place.do] : appName;
  return [within, sectionNames[place.section], 'Console', site].filter(Boolean).join(' · ');
}
