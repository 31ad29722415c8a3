import type { Html } from './html.ts';
import { html } from './html.ts';
import { icons } from './icons.ts';

/** A page that lacks only what stands below its band on every page; '' for nothing. */
export type Page = (notice: Html | '') => Html;

/** Where the sandbox serves the style of these pages, on both hosts. */
export const stylesheetPath = '/sandbox/pages.css';

const actorNames = { browser: 'Your browser', app: 'Your app', server: 'Authorization server' };
type PageActor = keyof typeof actorNames;

const actor = (name: PageActor): Html =>
  html`<span class="actor ${name}"
    ><span class="tile">${icons[name]}</span>${actorNames[name]}</span
  >`;

/** Who speaks to whom, and how far the reader has come: the line above each title. */
export function hop(from: PageActor, to: PageActor, step?: string): Html {
  return html`<p class="hop">
    <span class="actors"
      >${actor(from)}
      <span class="to">${icons.arrow}<span class="sr">to</span></span> ${actor(to)}</span
    >
    ${step ? html`<span class="step">${step}</span>` : ''}
  </p>`;
}

/**
 * A whole page of the authorization server: plain HTML, no script, one
 * stylesheet. The band says at a glance whose page it is.
 *
 * @param options.title what the browser's tab shows
 * @param options.wire the two actors whose colours the card's edge runs through
 */
export function layout(
  options: { title: string; wire: 'browser-server' | 'server-app' | 'refused' },
  content: Html,
): Page {
  return (notice) =>
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="robots" content="noindex" />
          <title>${options.title}</title>
          <link rel="icon" href="data:," />
          <link
            rel="preload"
            href="/fonts/geist-latin.woff2"
            as="font"
            type="font/woff2"
            crossorigin
          />
          <link rel="stylesheet" href="${stylesheetPath}" />
        </head>
        <body>
          <header class="band">
            <p><strong>Sandbox sign-in.</strong> Not RingCentral. Any data here is made up.</p>
            ${notice}
          </header>
          <main class="card wire-${options.wire}">${content}</main>
        </body>
      </html>`;
}
