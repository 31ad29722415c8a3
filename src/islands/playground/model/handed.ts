import * as z from 'zod/mini';
import { flowNameSchema, flowTitles } from '#flows/ids.ts';
import type { Core } from './core.ts';
import { heldSchema } from './kept-state.ts';
import type { Shelf } from './surroundings.ts';

/** sessionStorage: the tokens of the flow that ran last, for the next one. */
const handedKey = 'authorization-flows:tokens';

const handedSchema = z.object({
  version: z.literal(1),
  from: flowNameSchema,
  clientId: z.string(),
  access_token: heldSchema,
  refresh_token: z.optional(heldSchema),
});

export type Handed = z.infer<typeof handedSchema>;

/** What another flow left; undefined when there is nothing, or nothing that can be read. */
export function readHanded(shelf: Shelf | undefined): Handed | undefined {
  try {
    const parsed = handedSchema.safeParse(JSON.parse(shelf?.getItem(handedKey) ?? 'null'));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Leaves the tokens for the next flow, or takes them back when they have ended. */
export function handOn({ kept, flow, app, surroundings }: Core): void {
  const { access_token, refresh_token } = kept.value.values;
  try {
    if (!access_token || access_token.endedAt !== undefined) {
      surroundings.session?.removeItem(handedKey);
      return;
    }
    const handed: Handed = {
      version: 1,
      from: flow.id,
      clientId: app.value.clientId,
      access_token,
      ...(refresh_token && refresh_token.endedAt === undefined ? { refresh_token } : {}),
    };
    surroundings.session?.setItem(handedKey, JSON.stringify(handed));
  } catch {
    // A tab that keeps nothing hands nothing on: the next flow logs in by itself.
  }
}

/** Leaves nothing for the next flow. */
export function forgetHanded(shelf: Shelf | undefined): void {
  try {
    shelf?.removeItem(handedKey);
  } catch {
    // Blocked storage holds nothing.
  }
}

/** Takes over what another flow left, where this flow begins with tokens and they are newer than its own. */
export function adopt(core: Core): void {
  const { flow, kept, app, surroundings } = core;
  const first = flow.steps[0];
  const handed = readHanded(surroundings.session);
  if (first?.making !== 'session' || !handed || handed.from === flow.id) return;
  if (handed.clientId !== app.value.clientId) return;
  const own = kept.value.values['access_token'];
  if (own && (own.at > handed.access_token.at || own.value === handed.access_token.value)) return;
  const { access_token, refresh_token } = handed;
  core.update({
    values: { access_token, ...(refresh_token ? { refresh_token } : {}) },
    answers: {
      [first.id]: {
        kind: 'made',
        names: refresh_token ? ['access_token', 'refresh_token'] : ['access_token'],
        note: `Handed on by ${flowTitles[handed.from]}`,
      },
    },
    sentWith: {},
    currentStep: first.id,
  });
}
