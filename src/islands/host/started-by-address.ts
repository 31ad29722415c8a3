import { browserStorage, readText, writeText } from '#islands/storage/storage.ts';
import type { Host } from './host.ts';
import { notices } from './words.ts';

/** sessionStorage: the address that was tried last, so that it is not tried for ever. */
const triedKey = 'authorization-flows:tried';

const prefixes = ['/restapi/', '/.well-known/', '/sandbox/'];

/** A page of the site at one of the sandbox's addresses can only be the 404 page of a static host. */
export const isSandboxAddress = (path: string): boolean =>
  path === '/restapi' || prefixes.some((prefix) => path.startsWith(prefix));

function say(title: string, text: string): void {
  document.querySelector('h1')?.replaceChildren(title);
  document.querySelector('main .sl-markdown-content, main .content')?.replaceChildren(text);
}

function isSecondTry(address: string): boolean {
  const session = browserStorage('sessionStorage');
  const again = readText(session, triedKey) === address;
  const problem = writeText(session, triedKey, again ? null : address);
  if (!problem) return again;
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && entry.type === 'reload';
}

/**
 * The first thing that a reader opens may be an address of the sandbox, before
 * any page has registered the worker. The 404 page then does so, and asks again.
 */
export async function startByAddress(host: Promise<Host>): Promise<void> {
  const address = window.location.href;
  say('Starting the sandbox', 'It runs in this browser and answers at this address in a moment.');
  const found = await host;
  if (found.kind === 'none') {
    say('The sandbox cannot answer', notices[found.why].text);
  } else if (isSecondTry(address)) {
    say('The sandbox has no answer', 'Start the flow again from the page that led here.');
  } else {
    window.location.replace(address);
  }
}
