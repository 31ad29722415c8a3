import { computed, effect } from '@preact/signals';
import * as z from 'zod/mini';
import { flowNameSchema, flowTitles } from '#flows/ids.ts';
import type { TextStorage } from '#islands/storage/storage.ts';
import { createStored } from '#islands/storage/stored.ts';
import type { Stored } from '#islands/storage/stored.ts';
import type { Core } from './core.ts';
import { heldSchema } from './kept-state.ts';
import type { HeldValue } from './kept-state.ts';

/** sessionStorage: the tokens of the flow that ran last, for the next one. */
const handedKey = 'authorization-flows:tokens';

const handedSchema = z.object({
  version: z.literal(1),
  from: flowNameSchema,
  clientId: z.string(),
  access_token: heldSchema,
  refresh_token: z.optional(heldSchema),
});

type Handed = z.infer<typeof handedSchema>;

const storedIn = (session: TextStorage | undefined): Stored<Handed> =>
  createStored(session, handedKey, handedSchema);

/** What another flow left; undefined when there is nothing, or nothing that can be read. */
export function readHanded(session: TextStorage | undefined): Handed | undefined {
  const found = storedIn(session).read();
  return found.kind === 'value' ? found.value : undefined;
}

/** The tokens, from one flow of the tab to the next. */
interface Handing {
  /** Takes over what another flow left, where this flow begins with tokens and they are newer than its own. */
  adopt(): void;
  /** Leaves this flow's tokens whenever they change, or takes them back when they have ended; answers the way to stop. */
  watch(): () => void;
  /** Leaves nothing. */
  forget(): void;
}

/** @param session the tab's own storage */
export function createHanding(core: Core, session: TextStorage | undefined): Handing {
  const { flow, kept, app } = core;

  const stored = storedIn(session);
  const forget = (): void => void stored.remove();

  const leave = (access_token: HeldValue, refresh_token: HeldValue | undefined): void => {
    if (access_token.endedAt !== undefined) return forget();
    // A tab that keeps nothing hands nothing on: the next flow logs in by itself.
    stored.write({
      version: 1,
      from: flow.id,
      clientId: app.peek().clientId,
      access_token,
      ...(refresh_token && refresh_token.endedAt === undefined ? { refresh_token } : {}),
    });
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
            note: `From ${flowTitles[handed.from]}`,
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
