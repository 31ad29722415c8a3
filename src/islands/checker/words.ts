import type { FlowId, Portal } from '#app-settings/app.ts';
import { type PageLook, type SettingsPage, settingsPages } from '#app-settings/settings-page.ts';

/** The labels that a page is known by: what its description quotes, less its own name. */
function quoted({ shows, name }: SettingsPage): string[] {
  const labels = [...shows.matchAll(/“([^”]+)”/g)].map(([, label = '']) => label);
  return labels.filter((label) => label !== name).slice(0, 3);
}

/** What a reader may have been told of a portal, beside the headings of its page. */
const portalNames: Record<Portal, string> = {
  current: 'New portal (current)',
  classic: 'Classic portal',
};

/** The ways in which a reader's settings page can look, the newest first. */
export const pageChoices: { look: PageLook; title: string; when: string; labels: string[] }[] =
  settingsPages
    .map((page) => ({
      look: page.look,
      title: page.name,
      when: `${portalNames[page.portal]}, ${page.years.replace('Since', 'since')}`,
      labels: quoted(page),
    }))
    .reverse();

export const portalReading: Record<Portal, string> = {
  current: 'If the page has an Auth card',
  classic: 'If the page asks for a platform type',
};

/** Short names for the matrix and for sentences. */
export const shortNames: Record<FlowId, string> = {
  'auth-code': 'Code',
  'auth-code-pkce': 'PKCE',
  implicit: 'Implicit',
  password: 'Password',
  'refresh-token': 'Refresh',
  jwt: 'JWT',
  'client-credentials': 'Client cred.',
};
