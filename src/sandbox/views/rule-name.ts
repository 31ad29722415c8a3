import type { DecidingRule } from '#protocol/errors/deciding-rule.ts';
import { html, type Html } from './html.ts';

/** Rules of the settings have their words on a page of the site; a server's rule is its number alone. */
const ofSettings = /^[XM]\d+$/;

/** A rule by its number, with the way to its words where the site has them. */
export function ruleName(rule: DecidingRule): Html {
  return ofSettings.test(rule)
    ? html`<a href="/reference/app-settings/#${rule.toLowerCase()}"><code>${rule}</code></a>`
    : html`<code>${rule}</code>`;
}
