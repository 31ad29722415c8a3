import * as z from 'zod/mini';
import { readAskLink, type AskLink } from './ask-link.ts';

/** What an address asks the page to open. */
export type Wanted =
  | { kind: 'none' }
  | { kind: 'code'; code: string }
  | { kind: 'event'; id: string }
  | { kind: 'ask'; ask: AskLink }
  /** Read by what writes case links, which comes with the first one. */
  | { kind: 'case'; fragment: string }
  /** The search leads here with a text that it passes on to nobody. */
  | { kind: 'paste' }
  | { kind: 'unreadable'; why: string };

const codeSchema = z.string().check(z.regex(/^[A-Z]{2,8}(?:-[A-Z]{2,12})?-\d{1,4}$/));
const idSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,80}$/));

const unreadable = (why: string): Wanted => ({ kind: 'unreadable', why });

/** Reads a fragment through a schema; what it cannot read is told, and nothing of it is shown. */
export function readFragment(fragment: string): Wanted {
  const text = fragment.replace(/^#/, '');
  if (text === 'paste') return { kind: 'paste' };
  const [, name, value = ''] = /^(code|event|ask|case)=(.*)$/s.exec(text) ?? [];
  switch (name) {
    case 'code': {
      const code = codeSchema.safeParse(value.toUpperCase());
      return code.success
        ? { kind: 'code', code: code.data }
        : unreadable('This page cannot read the code in this link.');
    }
    case 'event': {
      const id = idSchema.safeParse(value);
      return id.success
        ? { kind: 'event', id: id.data }
        : unreadable('This page cannot read the request in this link.');
    }
    case 'ask': {
      const ask = readAskLink(value);
      return ask
        ? { kind: 'ask', ask }
        : unreadable('This page cannot read the question in this link. Ask for a new link.');
    }
    case 'case':
      return { kind: 'case', fragment: text };
    default:
      return text.includes('=')
        ? unreadable('This link has parts that this page does not know.')
        : { kind: 'none' };
  }
}
