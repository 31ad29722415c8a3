import type { Pagefind } from './pagefind.ts';
import type * as Results from './results.ts';

/** Named by its address: see `late-script.ts`. */
const resultsAt = import.meta.env.DEV ? '/src/components/search/results.ts' : '/search-results.js';

/** Fetches the reader and the head of the index. */
async function loadPagefind(): Promise<Pagefind> {
  // A name in a variable, because the file exists only in the built site.
  const address = '/pagefind/pagefind.js';
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.init();
  return pagefind;
}

const isMac = /Mac|iPhone|iPad/i.test(navigator.userAgent);

/** The header's search: a button, a shortcut and a dialog over Pagefind's index. */
class SiteSearch extends HTMLElement {
  #pagefind: Promise<Pagefind> | undefined;

  connectedCallback(): void {
    const open = this.querySelector<HTMLButtonElement>('.open');
    const dialog = this.querySelector('dialog');
    const input = this.querySelector('input');
    const shortcut = this.querySelector('kbd');
    if (!open || !dialog || !input) return;
    if (isMac && shortcut) shortcut.textContent = '⌘ K';

    const show = () => {
      if (dialog.open) return;
      dialog.showModal();
      input.select();
      void this.#load();
    };
    open.addEventListener('click', show);
    // A press on the backdrop has the dialog itself as its target.
    dialog.addEventListener('click', ({ target }) => {
      if (target === dialog || (target as Element).closest('a, .close')) dialog.close();
    });
    window.addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      if (dialog.open) dialog.close();
      else show();
    });
    input.addEventListener('input', () => void this.#search(input.value.trim()));
    dialog.addEventListener('keydown', (event) => {
      this.#move(event, dialog);
    });
  }

  async #load(): Promise<Pagefind | undefined> {
    this.#pagefind ??= loadPagefind();
    try {
      return await this.#pagefind;
    } catch {
      this.#pagefind = undefined;
      this.#say(
        'The search index could not be read: npm run build makes it, a development server has none.',
      );
      return undefined;
    }
  }

  async #search(term: string): Promise<void> {
    const list = this.querySelector('.results');
    if (term === '') {
      list?.replaceChildren();
      this.#say('');
      return;
    }
    const pagefind = await this.#load();
    const { searchSite, resultRow } = (await import(
      /* @vite-ignore */ resultsAt
    )) as typeof Results;
    const hits = pagefind && (await searchSite(pagefind, term));
    if (!hits || this.querySelector('input')?.value.trim() !== term) return;
    list?.replaceChildren(...hits.map(resultRow));
    this.#say(
      hits.length === 0
        ? `Nothing on this site matches “${term}”.`
        : `${String(hits.length)} ${hits.length === 1 ? 'place' : 'places'} found.`,
    );
  }

  #say(words: string): void {
    const state = this.querySelector('.state');
    if (state) state.textContent = words;
  }

  /** Arrow keys walk through the field and the results; Enter in the field opens the first. */
  #move(event: KeyboardEvent, dialog: HTMLDialogElement): void {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      dialog.querySelector<HTMLElement>('.results a')?.click();
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const stops = [...dialog.querySelectorAll<HTMLElement>('input, .results a')];
    const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

customElements.define('site-search', SiteSearch);
