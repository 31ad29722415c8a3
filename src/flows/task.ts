import type { FlowStep } from './flow.ts';

/** What a step does, whatever a flow calls it. */
export type Task =
  'prepare' | 'authorize' | 'sign-in' | 'return' | 'token' | 'refresh' | 'revoke' | 'api';

/** Reads the task off the step's kind and, for a request, off where it goes and with which grant. */
export function taskOf({ kind, request }: Pick<FlowStep, 'kind' | 'request'>): Task {
  if (kind === 'navigate') return 'authorize';
  if (kind !== 'request') return kind;
  if (request?.path.endsWith('/revoke')) return 'revoke';
  if (!request?.path.endsWith('/oauth/token')) return 'api';
  const refreshes = request.parameters.some(
    ({ name, source }) =>
      name === 'grant_type' && source.kind === 'fixed' && source.value === 'refresh_token',
  );
  return refreshes ? 'refresh' : 'token';
}
