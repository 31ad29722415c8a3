import type { AppSettings, FlowId } from '#app-settings/app.ts';

const givesRefresh = 'It lasts seven days; each use renews it.';
const table2021 = 'The portal’s table of 2021 gives it.';

const classic: Partial<Record<FlowId, string>> = {
  'auth-code': 'Every classic type with a user interface has it.',
  'auth-code-pkce': 'It is the code flow with PKCE. Build on this one.',
  implicit: table2021,
  password: table2021,
  'refresh-token': `It comes with the type. ${givesRefresh}`,
};

const current: Partial<Record<FlowId, string>> = {
  'auth-code': '3-legged OAuth gives it.',
  'auth-code-pkce': '3-legged OAuth gives it. Build on this one.',
  password: 'The method Password is chosen, and the app is private.',
  'refresh-token': `“Issue refresh tokens” is on. ${givesRefresh}`,
  jwt: 'The method JWT is chosen. It acts for one user.',
};

/** Why a flow that nothing speaks against is open, in one line; `allowedBecause` says it whole, with its source. */
export function allowedBrief(flow: FlowId, { portal }: Pick<AppSettings, 'portal'>): string {
  return (portal === 'classic' ? classic : current)[flow] ?? 'No rule refuses it.';
}
