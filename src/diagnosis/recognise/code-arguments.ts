import type { Range } from '../finding.ts';
import { endOfBracket, skipSpace } from './text-scan.ts';

/** A value in a source: a text, a list or an object of others, or the code that makes it. */
export interface Argument {
  /** Empty for one by position. */
  name: string;
  /** Of name and value. */
  range: Range;
  /** Its text where it is a literal; `${…}` of a template stays as it is written. */
  value?: string;
  /** Members of an object, a hash, a dict or an array. */
  members?: Argument[];
  /** As it is written. */
  code: string;
}

const quotes = `"'\``;
const longest = 12_000;
const deepest = 6;
const most = 60;

/** A literal's text, its commonest escapes undone; undefined for other code. */
function literalOf(code: string): string | undefined {
  const [, , quote = '', inner = ''] = /^([rbfu@$]{0,2})(["'`])([\s\S]*)\2$/.exec(code) ?? [];
  if (quote === '') return undefined;
  // Two literals with an operator between them are no literal.
  if (inner.replaceAll(/\\[\s\S]/g, '').includes(quote)) return undefined;
  return inner.replaceAll(/\\(["'`\\/])/g, '$1').replaceAll('\\n', '\n');
}

const named =
  /^(?:(["'])([^"'\n]{1,80})\1\s{0,4}(?:=>|:)|:?([A-Za-z_$][\w$-]{0,80})\s{0,4}(?:=>|:(?!:)|=(?![=>])))\s{0,200}/;

/** The places where a list of arguments is parted: commas, line ends of Ruby and Go are theirs too. */
function* partsOf(text: string, from: number, to: number): Generator<Range> {
  let begin = from;
  let at = from;
  let quote = '';
  for (; at < to; at += 1) {
    const sign = text[at] ?? '';
    if (quote !== '') {
      if (sign === '\\') at += 1;
      else if (sign === quote) quote = '';
    } else if (quotes.includes(sign)) quote = sign;
    else if ('{[('.includes(sign)) {
      at = (endOfBracket(text, at, to - at, quotes) ?? to) - 1;
    } else if (sign === ',') {
      yield { from: begin, to: at };
      begin = at + 1;
    }
  }
  if (begin < to) yield { from: begin, to: Math.min(at, to) };
}

function argumentOf(text: string, part: Range, depth: number): Argument | undefined {
  const from = skipSpace(text, part.from);
  const whole = text.slice(from, part.to).trimEnd();
  if (whole === '') return undefined;
  const head = named.exec(whole.slice(0, 400));
  const name = head?.[2] ?? head?.[3] ?? '';
  const code = whole.slice(head?.[0].length ?? 0);
  const value = literalOf(code);
  const start = from + whole.length - code.length;
  const isGroup = '{['.includes(code[0] ?? ' ') && depth < deepest;
  const end = isGroup ? endOfBracket(text, start, code.length, quotes) : undefined;
  return {
    name,
    range: { from, to: from + whole.length },
    code,
    ...(value === undefined ? {} : { value }),
    ...(end === undefined ? {} : { members: listOf(text, start + 1, end - 1, depth + 1) }),
  };
}

function listOf(text: string, from: number, to: number, depth: number): Argument[] {
  const list: Argument[] = [];
  for (const part of partsOf(text, from, to)) {
    const argument = argumentOf(text, part, depth);
    if (argument) list.push(argument);
    if (list.length >= most) break;
  }
  return list;
}

/**
 * The arguments of a call, as JavaScript, Python, PHP, Ruby, C#, Java and Go write them: by position,
 * by name, objects and hashes within each other.
 *
 * @param text of the paste
 * @param open place of the bracket that opens them
 * @returns them, and the place behind the bracket that closes; where the text ends before, what is there
 */
export function readArguments(text: string, open: number): { arguments: Argument[]; to: number } {
  const end = endOfBracket(text, open, longest, quotes);
  const to = end ?? Math.min(text.length, open + longest);
  return { arguments: listOf(text, open + 1, end === undefined ? to : to - 1, 0), to };
}

/** A member or an argument by any of its names. */
export function byName(
  list: readonly Argument[] | undefined,
  ...names: readonly string[]
): Argument | undefined {
  return list?.find(({ name }) => names.includes(name.toLowerCase()));
}

/** A value to put into a request: the literal's text, else its code as a variable. */
export const textOf = ({ value, code }: Argument): string =>
  value ?? (/^(?:null|None|nil|undefined|\d{1,12}|true|false)$/.test(code) ? code : `\${${code}}`);
