import { code, globe, shield } from '#icons/outlines.ts';
import { refused, type Shape, warning } from '#icons/verdicts.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';

const line = (path: string): Html =>
  html`<svg
    class="icon"
    viewBox="0 0 24 24"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d="${path}" />
  </svg>`;

const shape = (name: 'shape' | 'warning', { body, mark }: Shape): Html =>
  html`<svg
    class="shape"
    viewBox="0 0 16 16"
    width="20"
    height="20"
    aria-hidden="true"
    focusable="false"
  >
    <path class="${name}-body" d="${body}" stroke-linejoin="round" />
    <path class="${name}-mark" d="${mark}" fill="none" stroke-width="1.6" stroke-linecap="round" />
  </svg>`;

/** The actors' icons and the shapes of a verdict, all decoration: a word always stands beside. */
export const icons = {
  browser: line(globe),
  app: line(code),
  server: line(shield),
  arrow: html`<svg
    class="arrow"
    viewBox="0 0 36 10"
    width="36"
    height="10"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d="M1 5h32M29.5 1.8 33.5 5l-4 3.2" />
  </svg>`,
  refused: shape('shape', refused),
  warning: shape('warning', warning),
};
