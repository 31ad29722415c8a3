/**
 * Makes `Basic …` as most clients do: id, colon and secret in base64, neither form-encoded first.
 * RFC 6749 section 2.3.1 asks for that; for ids and secrets of `[A-Za-z0-9_-]` both are the same.
 */
export function makeBasic(id: string, secret: string): string {
  const bytes = new TextEncoder().encode(`${id}:${secret}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
