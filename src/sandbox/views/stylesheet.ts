import { stylesheetBase } from './stylesheet-base.ts';
import { stylesheetParts } from './stylesheet-parts.ts';
import { darkColours, lightColours } from './stylesheet-colours.ts';

/**
 * The style of the sandbox's own pages: the site's tokens and type, light and
 * dark by the reader's system, because a page without script cannot read the
 * choice that the site stores. Served at `/sandbox/pages.css` on both hosts.
 */
export const pagesStylesheet = `:root{color-scheme:light dark;${lightColours}}
@media (prefers-color-scheme:dark){:root{${darkColours}}}
${stylesheetBase}
${stylesheetParts}`;
