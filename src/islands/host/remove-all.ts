import { databaseName } from '#sandbox/hosts/service-worker/messages.ts';
import { browserStorage } from '#islands/storage/storage.ts';
import { retireWorkers } from './retire.ts';

function deleteDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseName);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('not removed'));
  });
}

/**
 * Removes all that this site keeps in this browser: the worker, its copies of the
 * site, the sandbox's database, and what the pages remember.
 *
 * @throws when the browser does not let go of the database
 */
export async function removeAll(): Promise<void> {
  if ('serviceWorker' in navigator) {
    await retireWorkers(navigator.serviceWorker, 'caches' in window ? window.caches : undefined);
  }
  await deleteDatabase();
  for (const name of ['sessionStorage', 'localStorage'] as const) {
    // Blocked storage holds nothing.
    browserStorage(name)?.clear();
  }
}

/** Brings the control at the foot of the page to life; it asks before it acts. */
export function offerRemoval(root: HTMLElement): void {
  const part = (name: string) => root.querySelector<HTMLElement>(`[data-kept="${name}"]`);
  const show = (name: string): void => {
    for (const element of root.querySelectorAll<HTMLElement>('[data-kept]')) {
      element.hidden = element.dataset['kept'] !== name;
    }
    // Whoever pressed by keyboard goes on where the press led, a line without a button too.
    const shown = part(name);
    (shown?.querySelector('button') ?? shown)?.focus();
  };
  root.hidden = false;
  root.addEventListener('click', ({ target }) => {
    const press = target instanceof HTMLElement ? target.dataset['press'] : undefined;
    if (press === 'ask') show('ask');
    else if (press === 'keep') show('offer');
    else if (press === 'remove') {
      removeAll().then(
        () => {
          show('removed');
          // A new version that waited went with the worker.
          document.getElementById('site-notices')?.replaceChildren();
        },
        () => show('stuck'),
      );
    }
  });
}
