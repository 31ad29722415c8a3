import type { FlowStep } from '#flows/flow.ts';
import type { PlaygroundApp } from '../types.ts';
import type { Credentials } from './room.ts';

/** What a step takes of the reader. */
export type Asked = 'secret' | 'jwt' | 'username' | 'password';

/** What a step takes of the reader at all. */
export function takes(
  { request, making }: FlowStep,
  { clientType }: Pick<PlaygroundApp, 'clientType'>,
): Asked[] {
  if (making === 'jwt') return ['jwt'];
  if (making === 'user') return ['username', 'password'];
  const authenticates = request?.headers.some(({ source }) => source.kind === 'basic') === true;
  return authenticates && clientType === 'confidential' ? ['secret'] : [];
}

/** What of it is not here. A JWT that this page takes no field for stays in the reader's terminal. */
export function asks(
  step: FlowStep,
  app: Pick<PlaygroundApp, 'clientType'>,
  credentials: Credentials,
  takesSecrets: boolean,
): Asked[] {
  return takes(step, app).filter(
    (each) => credentials[each] === '' && !(each === 'jwt' && !takesSecrets),
  );
}
