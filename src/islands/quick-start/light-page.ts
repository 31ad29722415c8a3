import type { ProgramPart } from '#diagnosis/finding.ts';
import type { WatchedExchange } from '#diagnosis/watch/index.ts';
import { grantOf, kindOf } from '#protocol/exchange-parts.ts';
import { anchorOf } from './Findings.tsx';

/** The part of the program that made the newest request. */
export function litPart(watched: readonly WatchedExchange[]): ProgramPart | undefined {
  const last = watched.at(-1)?.exchange;
  if (!last) return undefined;
  if (grantOf(last) === 'refresh_token') return 'refresh';
  switch (kindOf(last)) {
    case 'authorize':
      return 'sign in';
    case 'sign-in':
    case 'consent':
      return 'callback';
    case 'token':
      return 'token';
    case 'api':
      return 'api';
    case 'revoke':
      return 'sign out';
    case 'other':
      return undefined;
  }
}

/** Ticks the steps of the page that are done, and lights the lines that made the newest request. */
export function markPage(watched: readonly WatchedExchange[], part: ProgramPart | undefined): void {
  const page = document.querySelector<HTMLElement>('[data-quick-start]');
  if (!page) return;
  page.toggleAttribute('data-running', watched.length > 0);
  for (const lit of page.querySelectorAll('[data-lit]')) lit.removeAttribute('data-lit');
  if (part) document.getElementById(anchorOf(part))?.setAttribute('data-lit', '');
}
