/** What the walks need of a browser, so that one walk serves those that Playwright cannot drive. */
export interface Tab {
  goto(url: string): Promise<void>;
  /** So many pages on in the history, or back; the page may be shown as it was left. */
  travel(pages: number): Promise<void>;
  /** Runs a function in the page, which sees nothing but its arguments. */
  run<Arguments extends unknown[], Result>(
    script: (...values: Arguments) => Result,
    ...values: Arguments
  ): Promise<Awaited<Result>>;
  /** Presses what a function finds in the page now, as a reader's pointer does; false where it finds nothing, or misses it. */
  press<Arguments extends unknown[]>(
    find: (...values: Arguments) => Element | null | undefined,
    ...values: Arguments
  ): Promise<boolean>;
  /** Types into what has the focus; `Escape` is the key. */
  type(text: string): Promise<void>;
  resize(width: number, height: number): Promise<void>;
}

export interface Browser {
  /** With its version, as it names itself. */
  name: string;
  /** The narrowest window that it can have. */
  narrow: number;
  tab: Tab;
  /** Does something that opens a window, and gives it. */
  opened(act: () => Promise<void>): Promise<Tab>;
  /** The windows that are open. */
  windows(): Promise<number>;
  /** Errors of the console and uncaught exceptions since the last look; none where they cannot be seen. */
  complaints(): string[];
  end(): Promise<void>;
}
