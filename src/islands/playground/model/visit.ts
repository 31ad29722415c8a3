import { sandboxFetch } from '#islands/host/ready.ts';
import { encodeForm } from '#protocol/form.ts';
import type { Visit } from './surroundings.ts';

/** The request that a press of a form's first button sends; undefined on a page without one. */
function pressOf(page: Document, url: string): Request | undefined {
  const form = page.querySelector('form');
  const button = form?.querySelector('button');
  if (!form || !button) return undefined;
  const fields = [...new FormData(form, button)].map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  return new Request(new URL(form.getAttribute('action') ?? '', url), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: encodeForm(fields),
  });
}

/** Goes to a page of the sandbox with `fetch`, which follows redirects and takes this site's cookies along. */
export async function visit(request: Request): Promise<Visit> {
  const response = await sandboxFetch(request);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return {
    url: response.url,
    status: response.status,
    rule: response.headers.get('sandbox-rule') ?? undefined,
    press: pressOf(page, response.url),
  };
}

/** Presses the first button of the form in a window of this site, once a page. */
export function pressIn(opened: object): void {
  try {
    const { document } = opened as Window;
    const form = document.querySelector('form');
    if (!form || document.readyState === 'loading' || 'pressed' in form.dataset) return;
    form.dataset['pressed'] = '';
    form.requestSubmit(form.querySelector('button'));
  } catch {
    // The window is on its way, or elsewhere.
  }
}
