import type { FlowName } from './ids.ts';
import type { Mistake, MistakeTitle } from './mistakes/mistake.ts';

/** Loaded when a page is alive, and never before it is. */
const loaders: Record<FlowName, () => Promise<{ mistakes: Mistake[] }>> = {
  'auth-code-pkce': () => import('./auth-code-pkce/mistakes.ts'),
  'auth-code': () => import('./auth-code/mistakes.ts'),
  jwt: () => import('./jwt/mistakes.ts'),
  'call-the-api': () => import('./call-the-api/mistakes.ts'),
  'refresh-token': () => import('./refresh-token/mistakes.ts'),
  revocation: () => import('./revocation/mistakes.ts'),
  implicit: () => import('./implicit/mistakes.ts'),
  password: () => import('./password/mistakes.ts'),
};

/** The mistakes that people make in a flow, in the order of its steps. */
export async function loadMistakes(id: FlowName): Promise<readonly Mistake[]> {
  return (await loaders[id]()).mistakes;
}

/** Their titles, which a page carries as data, so that the list is there before any script is. */
export async function mistakeTitles(id: FlowName): Promise<MistakeTitle[]> {
  return (await loadMistakes(id)).map(({ id: own, step, title, when, takes }) => ({
    id: own,
    step,
    title,
    ...(when === undefined ? {} : { when }),
    ...(takes === undefined ? {} : { takes }),
  }));
}
