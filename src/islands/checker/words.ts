import type { FlowId, Portal } from '#app-settings/app.ts';
import { flowNames } from '#app-settings/flow-kinds.ts';
import { type PageLook, settingsPages } from '#app-settings/settings-page.ts';

/** The classic portal's two pages by their headings, the newer first. */
export const classicPages: { value: Exclude<PageLook, 'auth-card'>; label: string }[] = [
  ...settingsPages,
]
  .reverse()
  .flatMap(({ look, name, years }) =>
    look === 'auth-card' ? [] : { value: look, label: `${name} (${years})` },
  );

/** As the guides name them. */
export const portalNames: Record<Portal, string> = { current: 'Current', classic: 'Classic' };

export const portalReading: Record<Portal, string> = {
  current: 'If the page has an Auth card',
  classic: 'If the page asks for a platform type',
};

/** What a row is called: the flow's name where it has room. */
export const rowNames: Record<FlowId, string> = {
  ...flowNames,
  'auth-code-pkce': 'Code with PKCE',
};

/** Short names for the head of the matrix. */
export const shortNames: Record<FlowId, string> = {
  'auth-code': 'Code',
  'auth-code-pkce': 'PKCE',
  implicit: 'Implicit',
  password: 'Password',
  'refresh-token': 'Refresh',
  jwt: 'JWT',
  'client-credentials': 'Client cred.',
};
