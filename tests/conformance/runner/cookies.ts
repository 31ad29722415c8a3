/** A browser's cookies, as far as one origin needs them: name and value, last one wins. */
export class CookieJar {
  readonly #cookies = new Map<string, string>();

  /** Keeps what a response sets; a lifetime of zero drops it. */
  keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const equals = pair.indexOf('=');
      const name = pair.slice(0, equals).trim();
      if (attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute))) {
        this.#cookies.delete(name);
      } else this.#cookies.set(name, pair.slice(equals + 1).trim());
    }
  }

  /** The Cookie header, or nothing when the jar is empty. */
  header(): string | undefined {
    if (this.#cookies.size === 0) return undefined;
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}
