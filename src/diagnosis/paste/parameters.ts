import type { Exchange } from '#protocol/exchange.ts';

/** One parameter as it was written and as a server reads it. */
export interface Parameter {
  name: string;
  value: string;
  /** Before decoding. */
  raw: string;
  place: 'address' | 'body';
}

/** Decodes once; what is no encoding stays as it stands, for a rule must not take it for absent. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

const longest = 50_000;
const mostPairs = 400;

function pairsOf(text: string, place: Parameter['place']): Parameter[] {
  return text
    .slice(0, longest)
    .split('&', mostPairs)
    .filter((part) => part !== '')
    .map((part) => {
      const equals = part.indexOf('=');
      const name = equals < 0 ? part : part.slice(0, equals);
      const raw = equals < 0 ? '' : part.slice(equals + 1);
      return { name: decoded(name).trim(), value: decoded(raw), raw, place };
    });
}

const isForm = (body: string): boolean => /^\s*[\w.%[\]-]{1,80}=/.test(body);

const known = new WeakMap<Exchange, readonly Parameter[]>();

/**
 * The parameters of a pasted request, of its address and then of its body where that is a form, in
 * their order. Unlike the server's own reading, one broken escape does not hide all the others.
 */
export function parametersOf(exchange: Exchange): readonly Parameter[] {
  const found = known.get(exchange);
  if (found) return found;
  const { url, body = '' } = exchange.request;
  const query = url.includes('?') ? (url.slice(url.indexOf('?') + 1).split('#')[0] ?? '') : '';
  const all = [...pairsOf(query, 'address'), ...(isForm(body) ? pairsOf(body.trim(), 'body') : [])];
  known.set(exchange, all);
  return all;
}

/** The first value of that name that is not empty; empty where there is none. */
export function valueOf({ exchange }: { exchange: Exchange }, name: string): string {
  return parametersOf(exchange).find((one) => one.name === name && one.value !== '')?.value ?? '';
}

/** Whether the name stands there, with a value or without. */
export function names({ exchange }: { exchange: Exchange }, name: string): boolean {
  return parametersOf(exchange).some((one) => one.name === name);
}
