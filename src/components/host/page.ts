import { startBannerOfPage } from '#islands/clock-banner/page.ts';
import type { Host } from '#islands/host/host.ts';
import { askAgain, onHost, sandboxHost } from '#islands/host/ready.ts';
import { offerRemoval } from '#islands/host/remove-all.ts';
import { showAbove, showInPlace } from '#islands/host/show.ts';
import { isSandboxAddress, startByAddress } from '#islands/host/started-by-address.ts';
import { watchWorker } from '#islands/host/watch.ts';
import { notices } from '#islands/host/words.ts';
import { browserStorage } from '#islands/storage/storage.ts';
import { nameScrollingSamples } from '../code-samples/name-scrolling.ts';
import { openFolds, openForPaper } from '../fold/open-folds.ts';
import { offerPages, tellNoEntry } from '../lost/no-entry.ts';
import { offerCopy } from '../twins/copy-page.ts';
import { followLanguage } from '../quick-start/follow-language.ts';

/**
 * Loaded late on every page: leads links to the reader's language, offers the page as Markdown, names samples, says
 * what an address names in vain, finds the host, and says what a reader must know of it.
 */
let waiting: ServiceWorker | undefined;
let isReloading = false;

const reload = (): void => {
  isReloading = true;
  window.location.reload();
};

function act(does: 'take-over' | 'reload'): void {
  if (does === 'reload' || !waiting) return reload();
  // The page is loaded again once the new worker answers it.
  isReloading = true;
  waiting.postMessage({ kind: 'take-over' });
}

function tell(host: Host): void {
  if (host.kind === 'none') showInPlace(notices[host.why], act);
  if (host.kind !== 'worker') return;
  if (host.trouble) showInPlace(notices[host.trouble], act);
  if (host.cleared) showInPlace(notices.cleared, act);
  const kept = document.querySelector<HTMLElement>('[data-site-kept]');
  if (kept?.hidden) offerRemoval(kept);
}

let stopWatching: () => void = () => undefined;

function watch(host: Host): void {
  stopWatching();
  if (host.kind !== 'worker') return;
  stopWatching = watchWorker(navigator.serviceWorker, host.registration, {
    updateReady: (worker) => {
      waiting = worker;
      showAbove(notices.updateReady, act);
    },
    replaced: () => {
      if (isReloading) window.location.reload();
      else showAbove(notices.updatedElsewhere, act);
    },
    gone: () => void askAgain().then(watch),
  });
}

/** A page that comes to the front again may have another host, or a new version, by now. */
function lookAgain(host: Host): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || isReloading) return;
    void askAgain();
    if (host.kind === 'worker') host.registration.update().catch(() => undefined);
  });
}

// The callback hands its answer over and closes; it asks nobody anything.
if (window.location.pathname !== '/callback/') {
  nameScrollingSamples(document);
  offerCopy(document);
  offerPages(document, window.location.pathname);
  const lookForEntry = () => {
    tellNoEntry(document, window.location.hash);
    openFolds(document, window.location.hash);
  };
  lookForEntry();
  window.addEventListener('hashchange', lookForEntry);
  window.addEventListener('beforeprint', () => {
    openForPaper(document);
  });
  followLanguage(document, window.location.pathname, browserStorage('localStorage'));
  const found = sandboxHost();
  if (isSandboxAddress(window.location.pathname)) void startByAddress(found);
  onHost(tell);
  void found.then((host) => {
    watch(host);
    lookAgain(host);
    if (host.kind !== 'none') startBannerOfPage();
  });
}
