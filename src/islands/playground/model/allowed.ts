import type { PlaygroundApp } from './types.ts';

/** Whether the app's settings allow a flow, as the sandbox's rule book says; false where it is not known. */
export function allowed({ flows }: PlaygroundApp, flow: string): boolean {
  const verdict = flows?.[flow];
  return verdict !== undefined && verdict.bySettings !== 'refused';
}
