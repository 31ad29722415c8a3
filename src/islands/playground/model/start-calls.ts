import * as z from 'zod/mini';
import {
  audienceSchema,
  authMethodSchema,
  platformTypeSchema,
  portalSchema,
} from '#app-settings/app.ts';
import type { Core } from './core.ts';

/*
 * The two calls that a page makes before anything is pressed, with the members that it reads. The
 * whole client of the control API, with the schemas of all calls, is loaded when a press needs it.
 */

const verdictSchema = z.object({
  bySettings: z.enum(['allowed', 'warning', 'refused']),
  reasons: z.array(z.string()),
  predictedError: z.optional(z.string()),
});

const appSchema = z.object({
  clientSecret: z.optional(z.string()),
  name: z.string(),
  portal: portalSchema,
  audience: audienceSchema,
  methods: z.optional(z.array(authMethodSchema)),
  issueRefreshTokens: z.optional(z.boolean()),
  scopes: z.array(z.string()),
  platformType: z.optional(platformTypeSchema),
  redirectUris: z.array(z.string()),
  flows: z.record(z.string(), verdictSchema),
});

const clockSchema = z.object({ offsetSeconds: z.int() });

async function get<Schema extends z.ZodMiniType>(
  { server, surroundings }: Core,
  path: string,
  schema: Schema,
): Promise<z.infer<Schema> | 'not-found' | undefined> {
  const url = `${server.value.origin}/sandbox/api${path}`;
  try {
    const response = await surroundings.fetch(new Request(url));
    if (response.status === 404) return 'not-found';
    const parsed = schema.safeParse(await response.json());
    return response.ok && parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** An app's settings; undefined when the sandbox does not answer. */
export function getApp(core: Core, clientId: string) {
  return get(core, `/apps/${encodeURIComponent(clientId)}`, appSchema);
}

/** How far the sandbox's clock is from real time; undefined when it does not say. */
export async function getOffset(core: Core): Promise<number | undefined> {
  const answer = await get(core, '/clock', clockSchema);
  return typeof answer === 'object' ? answer.offsetSeconds : undefined;
}
