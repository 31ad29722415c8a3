import type { Making } from '#flows/flow.ts';
import type { Core } from '../core.ts';
import type { HeldValue } from '../kept-state.ts';
import { makeOnlyState, makePkce } from './pkce.ts';

/** What came of making: values to hold, and a sentence of where they are from. */
export interface Made {
  values: Record<string, Pick<HeldValue, 'value' | 'lifetimeSeconds'>>;
  note?: string;
  /** Ends "Step 1 done: ". */
  spoken: string;
}

/** Makes a step's values. Undefined when it could not: it has then told the reader why. */
export type Maker = (core: Core) => Promise<Made | undefined>;

/** What a page makes alone is here; what takes the sandbox is loaded when it is asked for. */
const makers: Record<Making, () => Promise<Maker>> = {
  pkce: () => Promise.resolve(makePkce),
  state: () => Promise.resolve(makeOnlyState),
  user: async () => (await import('./user.ts')).makeUser,
  jwt: async () => (await import('./jwt.ts')).makeJwt,
  session: async () => (await import('./session.ts')).makeSession,
};

export async function make(core: Core, making: Making): Promise<Made | undefined> {
  const maker = await makers[making]();
  return maker(core);
}
