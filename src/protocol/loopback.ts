/** The names by which a browser reaches its own machine. To a redirect URI they are three texts, not one host. */
export const loopbackNames = ['localhost', '127.0.0.1', '[::1]'] as const;

const names = new Set<string>(loopbackNames);

/** Whether a host, as `URL.hostname` writes it, is this machine by name. */
export function isLoopbackName(hostname: string): boolean {
  return names.has(hostname);
}

/** The names as a regular expression has them, for what is compared as it was written. */
export const loopbackPattern = loopbackNames
  .map((name) => name.replaceAll(/[.[\]]/g, String.raw`\$&`))
  .join('|');
