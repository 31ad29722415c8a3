// @ts-check
import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { compressedCopies } from './src/components/compressed/integration.ts';
import { contentSecurityPolicy } from './src/components/csp/integration.ts';
import { foldLinksApart } from './src/components/fold/links-apart.ts';
import { foldTraps } from './src/components/fold/plugin.ts';
import { linkTerms } from './src/components/glossary/plugin.ts';
import { serviceWorker } from './src/components/host/integration.ts';
import { lateScript } from './src/components/host/late-script.ts';
import { hosting } from './src/components/hosting/integration.ts';
import { redirects, sidebar } from './src/components/navigation.ts';
import { termsApart } from './src/components/search/terms-apart.ts';
import { leanPages } from './src/components/lean/integration.ts';
import { markdownTwins } from './src/components/twins/integration.ts';
import { noSidebarState } from './src/components/starlight/no-sidebar-state.ts';
import { quickContents } from './src/components/starlight/quick-contents.ts';
import { noSitemap } from './src/components/starlight/no-sitemap.ts';
import { devSandbox } from './src/sandbox/hosts/dev.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const own = (/** @type {string} */ name) => `./src/components/starlight/${name}.astro`;

export default defineConfig({
  // Canonical links and the sitemap follow it; without it there are none.
  ...(process.env.PUBLIC_URL && { site: process.env.PUBLIC_URL }),
  trailingSlash: 'always',
  // A prefetched link to /restapi/oauth/authorize would begin a sign-in that nobody asked for.
  prefetch: false,
  redirects: redirects(root),
  // Starlight adds its own plugins to it.
  markdown: { processor: satteri({ mdastPlugins: [foldTraps, linkTerms] }) },
  // The diagnoser's: what a paste seldom needs is a chunk of its own.
  vite: { worker: { format: 'es' } },
  integrations: [
    termsApart(),
    foldLinksApart(),
    ...(process.env.PUBLIC_URL ? [] : [noSitemap()]),
    starlight({
      title: 'Authorization Flows on RingCentral',
      titleDelimiter: '·',
      description:
        'Each OAuth flow of RingCentral explained, and run against a sandbox that is part of this site.',
      favicon: '/favicon.svg',
      sidebar: sidebar(root),
      // Without it asides and heading anchors vanish from content/ with no word said.
      markdown: { processedDirs: ['./content'] },
      customCss: [
        './src/styles/tokens.css',
        './src/styles/fonts.css',
        './src/styles/actors.css',
        './src/styles/starlight.css',
        './src/styles/prose.css',
        './src/styles/code.css',
        './src/styles/choices.css',
        './src/styles/shell.css',
        './src/styles/not-live.css',
        './src/styles/print.css',
      ],
      routeMiddleware: './src/components/route-data.ts',
      components: {
        ContentPanel: own('ContentPanel'),
        Footer: own('Footer'),
        Head: own('Head'),
        Header: own('Header'),
        MarkdownContent: own('MarkdownContent'),
        PageFrame: own('PageFrame'),
        PageSidebar: own('PageSidebar'),
        PageTitle: own('PageTitle'),
        Search: own('Search'),
        Sidebar: own('Sidebar'),
        SiteTitle: own('SiteTitle'),
        ThemeProvider: own('ThemeProvider'),
        ThemeSelect: own('ThemeSelect'),
        TwoColumnContent: own('TwoColumnContent'),
      },
    }),
    // After Starlight, which brings the highlighter of fences; it would else add this one itself.
    mdx({ optimize: true }),
    noSidebarState(),
    quickContents(),
    preact(),
    lateScript(),
    leanPages(),
    contentSecurityPolicy(),
    markdownTwins(),
    devSandbox(),
    serviceWorker(),
    // After the worker: what they write is for hosts, and no part of the copy that a browser keeps.
    hosting(),
    compressedCopies(),
  ],
});
