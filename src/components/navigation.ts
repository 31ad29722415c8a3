import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, usualLanguage } from './quick-start/language-pages.ts';
import type { ProgramFlow } from './quick-start/languages.ts';

/**
 * The whole plan of the site. What is not built is not in the navigation, so a
 * page appears in the sidebar, the header and the redirects on the day its file
 * lands, and nothing here needs an edit.
 */
type Badge = 'recommended' | 'retired';

interface Planned {
  slug: string;
  label: string;
  badge?: Badge;
  /** A page in six languages, which the entry opens in the reader's: decision 112. */
  inLanguages?: ProgramFlow;
}

const inUsualLanguage = (flow: ProgramFlow) =>
  addressOf(flow, usualLanguage).replaceAll(/^\/|\/$/g, '');

const groups: { label: string; pages: Planned[] }[] = [
  {
    label: 'Start here',
    pages: [
      { slug: 'index', label: 'Overview' },
      { slug: 'choose', label: 'Choose a flow' },
    ],
  },
  {
    label: 'Quick starts',
    pages: [
      { slug: 'quick-start', label: 'All quick starts' },
      {
        slug: inUsualLanguage('authorization-flow'),
        label: 'A web app',
        inLanguages: 'authorization-flow',
      },
      {
        slug: inUsualLanguage('password-flow'),
        label: 'A script',
        inLanguages: 'password-flow',
      },
    ],
  },
  {
    label: 'Flows',
    pages: [
      { slug: 'flows/auth-code-pkce', label: 'Code with PKCE', badge: 'recommended' },
      { slug: 'flows/auth-code', label: 'Authorization code', badge: 'recommended' },
      { slug: 'flows/jwt', label: 'JWT' },
      { slug: 'flows/refresh-token', label: 'Refresh token' },
      { slug: 'flows/revocation', label: 'Revocation' },
      { slug: 'flows/implicit', label: 'Implicit', badge: 'retired' },
      { slug: 'flows/password', label: 'Password', badge: 'retired' },
    ],
  },
  {
    label: 'Guides',
    pages: [
      { slug: 'guides/create-an-app', label: 'Create an app' },
      { slug: 'guides/call-the-api', label: 'Call the API with a token' },
      { slug: 'guides/keep-a-session-alive', label: 'Keep a session alive' },
      { slug: 'guides/rate-limits-and-retries', label: 'Rate limits and retries' },
      { slug: 'guides/for-administrators', label: 'For administrators' },
      { slug: 'guides/security', label: 'Security' },
      { slug: 'guides/move-off-the-password-flow', label: 'Move off the password flow' },
      { slug: 'guides/from-sandbox-to-ringcentral', label: 'From sandbox to RingCentral' },
      { slug: 'guides/bots-and-add-ins', label: 'Bots and add-ins' },
    ],
  },
  {
    label: 'Tools',
    pages: [
      { slug: 'playground', label: 'Playground' },
      { slug: 'checker', label: 'Checker' },
      { slug: 'diagnose', label: 'Diagnose' },
      { slug: 'certify', label: 'Certify' },
      { slug: 'console', label: 'Console' },
    ],
  },
  {
    label: 'Reference',
    pages: [
      { slug: 'reference/errors', label: 'Errors' },
      { slug: 'reference/app-settings', label: 'App settings' },
      { slug: 'reference/endpoints', label: 'Endpoints' },
      { slug: 'reference/scopes', label: 'Scopes' },
      {
        slug: 'reference/sandbox-and-ringcentral',
        label: 'Sandbox and RingCentral',
      },
      { slug: 'reference/conformance', label: 'Conformance' },
      { slug: 'reference/control-api', label: 'Control API' },
      { slug: 'reference/glossary', label: 'Glossary' },
      { slug: 'about', label: 'About' },
    ],
  },
];

/** The addresses of the page that this site grew from, and where each lives now. */
const seedAddresses: Record<string, string> = {
  'auth-code-flow': 'flows/auth-code',
  'auth-code-pkce-flow': 'flows/auth-code-pkce',
  'implicit-grant-flow': 'flows/implicit',
  'password-flow': 'flows/password',
};

const isProse = (root: string, slug: string) =>
  [`${slug}.mdx`, `${slug}/index.mdx`].some((file) => existsSync(join(root, 'content', file)));

const isApplication = (root: string, slug: string) =>
  [`${slug}.astro`, `${slug}/index.astro`].some((file) =>
    existsSync(join(root, 'src/pages', file)),
  );

const isBuilt = (root: string, slug: string) => isProse(root, slug) || isApplication(root, slug);

const address = (slug: string) => (slug === 'index' ? '/' : `/${slug}/`);

/**
 * The sidebar for Starlight: groups with the pages that exist. An empty group is left out.
 * @param root the project's folder
 */
export function sidebar(root: string) {
  return groups
    .map(({ label, pages }) => ({
      label,
      items: pages
        .filter(({ slug }) => isBuilt(root, slug))
        .map(({ slug, label: name, badge, inLanguages }) => ({
          label: name,
          ...(inLanguages && { attrs: { 'data-in-languages': inLanguages } }),
          ...(isProse(root, slug) ? { slug } : { link: address(slug) }),
          ...(badge
            ? { badge: { text: badge, class: badge === 'recommended' ? 'recommended' : 'quiet' } }
            : {}),
        })),
    }))
    .filter(({ items }) => items.length > 0);
}

/**
 * Redirects from the seed's own addresses: to the flow's page, or to the overview
 * while that page is not built.
 * @param root the project's folder
 */
export function redirects(root: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(seedAddresses).map(([from, to]) => [
      `/${from}/`,
      isBuilt(root, to) ? address(to) : '/',
    ]),
  );
}
