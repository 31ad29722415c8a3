import * as z from 'zod/mini';
import { flowNameSchema } from '#flows/ids.ts';

/** What a link to the playground may say. No value of a flow is ever part of it. */
const linkSchema = z.strictObject({
  flow: z.optional(flowNameSchema),
  app: z.optional(z.string().check(z.regex(/^[\x20-\x7e]{1,256}$/))),
  /** Which server; never its address, which a link must not choose for its reader. */
  server: z.optional(z.enum(['sandbox', 'ringcentral', 'own'])),
  /** A mistake of the flow, to be made ready. */
  mistake: z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,64}$/))),
});

export type PlaygroundLink = z.infer<typeof linkSchema>;

type FragmentResult =
  | { kind: 'none' | 'unreadable' }
  /** A case of the diagnoser, to be sent again. */
  | { kind: 'case' }
  | { kind: 'link'; link: PlaygroundLink };

/**
 * Reads a page's fragment. One without `=` is a place on the page and no link.
 *
 * @param fragment with its `#`, or empty
 */
export function readFragment(fragment: string): FragmentResult {
  const text = fragment.replace(/^#/, '');
  if (!text.includes('=')) return { kind: 'none' };
  if (text.startsWith('case=')) return { kind: 'case' };
  const pairs = [...new URLSearchParams(text)];
  const once = new Set(pairs.map(([name]) => name)).size === pairs.length;
  const parsed = linkSchema.safeParse(Object.fromEntries(pairs));
  return once && parsed.success ? { kind: 'link', link: parsed.data } : { kind: 'unreadable' };
}

/** The address of the playground with a flow, an app, a mistake. */
export function playgroundLink(link: PlaygroundLink): string {
  return `/playground/#${fragmentOf(link)}`;
}

/** The fragment itself, without its `#`. */
export function fragmentOf({ flow, app, server, mistake }: PlaygroundLink): string {
  const pairs = Object.entries({ flow, app, server, mistake }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return new URLSearchParams(pairs).toString();
}
