import { computed, effect } from '@preact/signals';
import * as z from 'zod/mini';
import { flowNameSchema, flowTitles } from '#flows/ids.ts';
import type { Core } from './core.ts';
import { heldSchema } from './kept-state.ts';
import type { HeldValue } from './kept-state.ts';
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

/** The tokens, from one flow of the tab to the next. */
export interface Handing {
  /** Takes over what another flow left, where this flow begins with tokens and they are newer than its own. */
  adopt(): void;
  /** Leaves this flow's tokens whenever they change, or takes them back when they have ended; answers the way to stop. */
  watch(): () => void;
  /** Leaves nothing. */
  forget(): void;
}

/** @param session the tab's own storage */
export function createHanding(core: Core, session: Shelf | undefined): Handing {
  const { flow, kept, app } = core;

  const forget = (): void => {
    try {
      session?.removeItem(handedKey);
    } catch {
      // Blocked storage holds nothing.
    }
  };

  const leave = (access_token: HeldValue, refresh_token: HeldValue | undefined): void => {
    if (access_token.endedAt !== undefined) return forget();
    const handed: Handed = {
      version: 1,
      from: flow.id,
      clientId: app.peek().clientId,
      access_token,
      ...(refresh_token && refresh_token.endedAt === undefined ? { refresh_token } : {}),
    };
    try {
      session?.setItem(handedKey, JSON.stringify(handed));
    } catch {
      // A tab that keeps nothing hands nothing on: the next flow logs in by itself.
    }
  };

  return {
    adopt: () => {
      const [first] = flow.steps;
      const handed = readHanded(session);
      if (first?.making !== 'session' || !handed || handed.from === flow.id) return;
      if (handed.clientId !== app.peek().clientId) return;
      const { access_token, refresh_token } = handed;
      const own = core.current().values['access_token'];
      if (own && (own.at > access_token.at || own.value === access_token.value)) return;
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
    },
    watch: () => {
      const access = computed(() => kept.value.values['access_token']);
      const refresh = computed(() => kept.value.values['refresh_token']);
      const before = [access.peek(), refresh.peek()];
      return effect(() => {
        const [accessToken, refreshToken] = [access.value, refresh.value];
        if (!accessToken || (accessToken === before[0] && refreshToken === before[1])) return;
        leave(accessToken, refreshToken);
      });
    },
    forget,
  };
}
