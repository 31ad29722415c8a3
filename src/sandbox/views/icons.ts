import type { Html } from './html.ts';
import { html } from './html.ts';

const line = (path: Html): Html =>
  html`<svg
    class="icon"
    viewBox="0 0 20 20"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.6"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${path}
  </svg>`;

/** The four actors' icons and the shapes of a verdict, all decoration: a word always stands beside. */
export const icons = {
  browser: line(
    html`<circle cx="10" cy="10" r="7.25" /><path
        d="M2.75 10h14.5M10 2.75c2 2 3 4.4 3 7.25s-1 5.25-3 7.25c-2-2-3-4.4-3-7.25s1-5.25 3-7.25Z"
      />`,
  ),
  app: line(
    html`<rect x="3" y="3" width="14" height="14" rx="3" /><path
        d="m8.2 7.6-2.4 2.4 2.4 2.4M11.8 7.6l2.4 2.4-2.4 2.4"
      />`,
  ),
  server: line(
    html`<path d="M10 2.6 4 4.8v4.6c0 3.7 2.5 6.4 6 8 3.5-1.6 6-4.3 6-8V4.8L10 2.6Z" /><path
        d="m7.6 9.9 1.7 1.7 3.2-3.3"
      />`,
  ),
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
  refused: html`<svg
    class="shape"
    viewBox="0 0 20 20"
    width="20"
    height="20"
    aria-hidden="true"
    focusable="false"
  >
    <path class="shape-body" d="M6.3 1.2h7.4l5.1 5.1v7.4l-5.1 5.1H6.3l-5.1-5.1V6.3Z" />
    <path
      class="shape-mark"
      d="m6.9 6.9 6.2 6.2m0-6.2-6.2 6.2"
      fill="none"
      stroke-width="2"
      stroke-linecap="round"
    />
  </svg>`,
  warning: html`<svg
    class="shape"
    viewBox="0 0 20 20"
    width="20"
    height="20"
    aria-hidden="true"
    focusable="false"
  >
    <path class="warning-body" d="M10 2 19 17.6H1Z" stroke-linejoin="round" />
    <path
      class="warning-mark"
      d="M10 7.8v4.4m0 2.7v.1"
      fill="none"
      stroke-width="1.9"
      stroke-linecap="round"
    />
  </svg>`,
};
