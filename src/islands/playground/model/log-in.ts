import type { FlowName } from '#flows/ids.ts';
import type { PlaygroundApp } from './types.ts';

/** Whether the app's settings allow a flow, as the sandbox's rule book says; false where it is not known. */
export function isAllowed({ flows }: PlaygroundApp, flow: FlowName): boolean {
  const verdict = flows?.[flow];
  return verdict !== undefined && verdict.bySettings !== 'refused';
}

/** The flow by which users sign in to an app that gets no token without them; undefined where another log-in is here, or nothing is known. */
export function signsInBy(app: PlaygroundApp): FlowName | undefined {
  if (!app.flows || isAllowed(app, 'jwt') || isAllowed(app, 'password')) return undefined;
  return isAllowed(app, 'auth-code-pkce') ? 'auth-code-pkce' : 'auth-code';
}
