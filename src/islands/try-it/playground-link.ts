import type { FlowId } from '#app-settings/app.ts';

/** The playground runs every flow that settings decide but client credentials, which no app of a reader's has. */
export type FlowToTry = Exclude<FlowId, 'client-credentials'>;

export function canTry(flow: FlowId): flow is FlowToTry {
  return flow !== 'client-credentials';
}

/** The playground, opened on a flow and as an app. */
export function playgroundLink(flow: FlowToTry, clientId: string): string {
  return `/playground/#flow=${flow}&app=${encodeURIComponent(clientId)}`;
}
