import { expect } from 'vitest';
import { Browser, type Page } from './browser.ts';
import { type Running, start } from './process.ts';
import { expectCleanRun } from './words.ts';

/** A quick start's web app that runs, driven as a reader drives it. */
export class WebApp {
  readonly program: Running;
  readonly origin: string;
  readonly #browsers: Browser[] = [];
  readonly #secrets: readonly string[];

  private constructor(program: Running, secrets: readonly string[]) {
    this.program = program;
    this.origin = /^Ready\. Open (\S+)$/m.exec(program.output())?.[1] ?? '';
    this.#secrets = secrets;
  }

  /** Starts a program and waits until it says that it is ready. */
  static async start(command: string, folder: string, settings: Record<string, string>) {
    const program = start(command, folder, settings);
    await program.printed(/^Ready\. Open \S+$/m);
    const secret = settings['RC_APP_CLIENT_SECRET'];
    return new WebApp(program, secret === undefined ? [] : [secret]);
  }

  /** A reader who has no cookie yet, or none but another program's. */
  newBrowser(neighbour?: string): Browser {
    const browser = new Browser(neighbour);
    this.#browsers.push(browser);
    return browser;
  }

  readonly isCallback = (url: string) => url.startsWith(`${this.origin}/oauth2callback`);

  /** Starts a sign-in and answers where the server sends the browser back to, without going there. */
  async upToCallback(browser: Browser, button?: string): Promise<string> {
    const consent = await browser.press(await browser.open(`${this.origin}/login`));
    const { location } = await browser.press(consent, {
      stopAt: this.isCallback,
      ...(button !== undefined && { button }),
    });
    if (location === undefined) throw new Error('The server did not lead back to the program');
    return location;
  }

  /** Signs in and answers the page that the program ends on. */
  async signIn(browser: Browser, button?: string): Promise<Page> {
    return browser.open(await this.upToCallback(browser, button));
  }

  /** Where a sign-in would lead, without going there. */
  async signInUrl(browser: Browser): Promise<URL> {
    const { location } = await browser.open(`${this.origin}/login`, { stopAt: () => true });
    return new URL(location ?? '');
  }

  call(browser: Browser, name = 'extension'): Promise<Page> {
    return browser.open(`${this.origin}/test?api=${name}`);
  }

  /** Fails when it gave a secret away or showed a stack trace. */
  expectClean(): void {
    expectCleanRun(this.program.output(), this.#browsers, this.origin, this.#secrets);
  }

  /** The same, and fails when it has ended. */
  expectSound(): void {
    this.expectClean();
    expect(this.program.isRunning()).toBe(true);
  }
}
