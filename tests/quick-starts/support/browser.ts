import { CookieJar } from '../../conformance/runner/cookies.ts';
import { firstForm, formBody } from '../../conformance/runner/html-form.ts';

export interface Page {
  status: number;
  url: string;
  text: string;
  /** Where it leads, when the browser was told to stop before. */
  location?: string;
}

/** More hops than a sign-in has. */
const mostHops = 10;

/** A browser as far as a sign-in needs one: cookies, redirects and the buttons of forms. */
export class Browser {
  readonly #jar = new CookieJar();
  /** A cookie that another program on localhost has set: it is sent first, to every port. */
  readonly #neighbour: string | undefined;
  /** Every page that a reader saw, to look through for secrets. */
  readonly seen: Page[] = [];

  constructor(neighbour?: string) {
    this.#neighbour = neighbour;
  }

  /** The session id that a program gave it, or undefined. */
  sessionId(): string | undefined {
    return /quick-start-session=([^;]+)/.exec(this.#jar.header() ?? '')?.[1];
  }

  /** The last code that came through the address bar. */
  lastCode(): string {
    const codes = this.seen.flatMap(({ url }) => new URL(url).searchParams.getAll('code'));
    return codes.at(-1) ?? '';
  }

  /**
   * Opens an address and follows where it leads.
   *
   * @param stopAt an address that is not opened: the page before it carries it as `location`
   */
  async open(
    url: string,
    { body, stopAt }: { body?: string; stopAt?: (url: string) => boolean } = {},
  ): Promise<Page> {
    let next = url;
    let form = body;
    for (let hop = 0; hop < mostHops; hop += 1) {
      const cookies = this.#cookies();
      const response = await fetch(next, {
        method: form === undefined ? 'GET' : 'POST',
        headers: {
          // A connection that idles while a compiler works may be closed under the next request.
          connection: 'close',
          ...(cookies !== undefined && { cookie: cookies }),
          ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        ...(form !== undefined && { body: form }),
        redirect: 'manual',
      });
      this.#jar.keep(response);
      const page: Page = { status: response.status, url: next, text: await response.text() };
      this.seen.push(page);
      const location = response.headers.get('location');
      if (location === null) return page;
      next = new URL(location, next).href;
      if (stopAt?.(next)) return { ...page, location: next };
      form = undefined;
    }
    throw new Error(`${url} leads round in circles`);
  }

  #cookies(): string | undefined {
    const pairs = [this.#neighbour, this.#jar.header()].filter((pair) => pair !== undefined);
    // As a browser sends it: UTF-8, one character for each octet.
    return pairs.length === 0 ? undefined : Buffer.from(pairs.join('; ')).toString('latin1');
  }

  /** Presses a button of a page's first form: the first one, or the one of that name. */
  async press(
    page: Page,
    { button, stopAt }: { button?: string; stopAt?: (url: string) => boolean } = {},
  ): Promise<Page> {
    const form = firstForm(page.text);
    if (!form) throw new Error(`No form on ${page.url}:\n${page.text}`);
    return this.open(new URL(form.action, page.url).href, {
      body: formBody(form, button),
      ...(stopAt && { stopAt }),
    });
  }
}
