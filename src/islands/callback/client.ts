import { browserStorage } from '#islands/storage/storage.ts';
import { addressProperty, takenProperty } from './clear-address.ts';
import { deliver } from './deliver.ts';
import type { CallbackChannel, CallbackSurroundings } from './deliver.ts';
import { callbackChannel } from '#islands/delivery/delivery.ts';

/** The address that the head script kept, taken once. */
function takeAddress(): string {
  const kept: unknown = Reflect.get(window, addressProperty);
  Reflect.deleteProperty(window, addressProperty);
  return typeof kept === 'string' ? kept : window.location.href;
}

function openChannel(): CallbackChannel | undefined {
  if (!('BroadcastChannel' in globalThis)) return undefined;
  const channel = new BroadcastChannel(callbackChannel);
  return {
    post: (message) => channel.postMessage(message),
    listen: (listener) =>
      channel.addEventListener('message', (event: MessageEvent<unknown>) => listener(event.data)),
  };
}

function listParameters(list: Element, url: string): void {
  const { search, hash } = new URL(url);
  for (const text of [search, hash]) {
    for (const [name, value] of new URLSearchParams(text.slice(1))) {
      const term = document.createElement('dt');
      const description = document.createElement('dd');
      term.textContent = name;
      description.textContent = value;
      list.append(term, description);
    }
  }
}

/** Runs the callback page: delivers, then shows what became of it. */
export async function runCallback(root: HTMLElement): Promise<void> {
  const url = takeAddress();
  const surroundings: CallbackSurroundings = {
    session: browserStorage('sessionStorage'),
    windowName: window.name,
    openChannel,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    replace: (path) => window.location.replace(path),
  };
  // The head script hid the page while it called.
  document.documentElement.style.removeProperty('display');
  const isTaken = Reflect.get(window, takenProperty) === true;
  const { kind } = isTaken ? { kind: 'delivered' } : await deliver(url, surroundings);
  for (const part of root.querySelectorAll<HTMLElement>('[data-callback]')) {
    part.hidden = part.dataset['callback'] !== kind;
    const heading = part.hidden ? undefined : part.dataset['heading'];
    if (heading) root.querySelector('h1')?.replaceChildren(heading);
  }
  const list = root.querySelector(`[data-callback="${kind}"] dl`);
  if (list) listParameters(list, url);
  // A window that a script opened may close itself; one that the reader opened stays.
  if (kind === 'delivered') window.close();
}
