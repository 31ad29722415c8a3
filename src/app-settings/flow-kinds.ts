import type { FlowId, PlatformType } from './app.ts';

/** Flows that pass through a browser and the authorize endpoint. */
export const redirectFlows: ReadonlySet<FlowId> = new Set([
  'auth-code',
  'auth-code-pkce',
  'implicit',
]);

/** Flows in which a user is who the token speaks for from the first request on. */
export const userFlows: ReadonlySet<FlowId> = new Set([...redirectFlows, 'password', 'jwt']);

/** Flows whose answer can carry a refresh token; implicit never does. */
export const refreshableFlows: readonly FlowId[] = [
  'auth-code',
  'auth-code-pkce',
  'password',
  'jwt',
];

export const mobileAndDesktop: ReadonlySet<PlatformType | undefined> = new Set([
  'MobileIOS',
  'MobileAndroid',
  'MobileOther',
  'DesktopWindows',
  'DesktopMac',
  'DesktopOther',
] as const);

/** What a reader calls each flow. */
export const flowNames: Record<FlowId, string> = {
  'auth-code': 'Authorization code',
  'auth-code-pkce': 'Authorization code with PKCE',
  implicit: 'Implicit',
  password: 'Password',
  'refresh-token': 'Refresh token',
  jwt: 'JWT',
  'client-credentials': 'Client credentials',
};
