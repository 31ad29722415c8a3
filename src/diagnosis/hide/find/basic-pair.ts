import { isStandIn } from '../stand-in.ts';

/** Base64 in either alphabet, with or without its padding; undefined where it is none, or holds no text. */
export function textOfBase64(base64: string): string | undefined {
  const bare = base64.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  if (bare.length % 4 === 1 || /[^A-Za-z\d+/]/.test(bare)) return undefined;
  // What is no text at its beginning is not read to its end.
  if (!isText(atob(bare.slice(0, 16)))) return undefined;
  return atob(bare);
}

const isText = (octets: string): boolean => !/[^\t\n\r -~\x80-\xff]/.test(octets);

/** What was put into a Basic header; undefined where it is no base64 of an id, a colon and a secret. */
export function basicPair(base64: string): { id: string; secret: string } | undefined {
  const text = textOfBase64(base64);
  const colon = text?.indexOf(':') ?? -1;
  if (text === undefined || colon < 1 || !isText(text)) return undefined;
  return { id: text.slice(0, colon), secret: text.slice(colon + 1) };
}

/** Longer than a client id: somebody may have put a secret there. */
const longestId = 28;

/** Whether Basic credentials hold no secret: a client id alone, or what a program writes for none. */
export function isHarmlessBasic(base64: string): boolean {
  const text = textOfBase64(base64);
  if (text === undefined || !isText(text)) return false;
  const colon = text.indexOf(':');
  const id = colon < 0 ? text : text.slice(0, colon);
  const secret = colon < 0 ? '' : text.slice(colon + 1).trim();
  return id.length <= longestId && (secret === '' || isStandIn(secret));
}
