import * as z from 'zod/mini';
import {
  audienceSchema,
  authMethodSchema,
  platformTypeSchema,
  portalSchema,
} from '#app-settings/app.ts';
import type { SandboxApi } from '#islands/sandbox-api/sandbox-api.ts';

const verdict = z.enum(['allowed', 'warning', 'refused']);
const verdictSchema = z.object({
  bySettings: verdict,
  today: verdict,
  reasons: z.array(z.string()),
  predictedError: z.optional(z.string()),
});

const appSchema = z.object({
  clientSecret: z.optional(z.string()),
  /** One that is there at every start. */
  demo: z.optional(z.boolean()),
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

/** An app, as the sandbox tells it; `flows` says what its settings make of each. */
export type AppAnswer = z.infer<typeof appSchema>;

const clockSchema = z.object({ offsetSeconds: z.int() });

/**
 * The sandbox's control API. The two calls that a page makes before anything is pressed are here, with
 * the members that it reads; the whole client, with the schemas of all calls, is loaded with a press.
 */
export interface SandboxCalls {
  /** An app's settings; undefined when the sandbox does not answer. */
  app(clientId: string): Promise<AppAnswer | 'not-found' | undefined>;
  /** How far the sandbox's clock is from real time; undefined when it does not say. */
  offsetSeconds(): Promise<number | undefined>;
  client(): Promise<SandboxApi>;
}

/**
 * @param origin scheme and authority of the sandbox, no trailing slash
 * @param fetch what carries a request there
 */
export function createSandboxCalls(
  origin: string,
  fetch: (request: Request) => Promise<Response>,
): SandboxCalls {
  const get = async <Schema extends z.ZodMiniType>(
    path: string,
    schema: Schema,
  ): Promise<z.infer<Schema> | 'not-found' | undefined> => {
    try {
      const response = await fetch(new Request(`${origin}/sandbox/api${path}`));
      if (response.status === 404) return 'not-found';
      const parsed = schema.safeParse(await response.json());
      return response.ok && parsed.success ? parsed.data : undefined;
    } catch {
      return undefined;
    }
  };
  const load = async (): Promise<SandboxApi> => {
    const { createSandboxApi } = await import('#islands/sandbox-api/sandbox-api.ts');
    return createSandboxApi({ origin, fetch });
  };
  let loading: Promise<SandboxApi> | undefined;
  return {
    app: (clientId) => get(`/apps/${encodeURIComponent(clientId)}`, appSchema),
    offsetSeconds: async () => {
      const answer = await get('/clock', clockSchema);
      return typeof answer === 'object' ? answer.offsetSeconds : undefined;
    },
    client: () => (loading ??= load()),
  };
}
