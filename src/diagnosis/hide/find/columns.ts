import { isSecretValue, looksSecret } from '../secret-value.ts';
import type { Span } from '../spans.ts';
import { kindOfName } from './kind-of-name.ts';

interface Cell {
  from: number;
  text: string;
}

/** A list with these between its cells has names above and values below. */
const separators = [',', ';', '\t', '|'] as const;
/** A longer row is no row of names, or of one app. */
const longestRow = 8_000;
const mostRows = 200;
const insert =
  /\binsert\s{1,20}(?:ignore\s{1,20})?into\s{1,20}[^\s(]{1,100}\s{0,20}\(([^()]{1,2000})\)\s{0,20}values\s{0,20}/gi;
const tuple = /\s{0,20},?\s{0,20}\(((?:'(?:''|\\.|[^'\\])*'|"[^"]*"|[^()'"])*)\)/y;

/** The cells of a row, without the quotes around them; a separator within quotes parts nothing. */
function cellsOf(row: string, from: number, separator: string): Cell[] {
  const cells: Cell[] = [];
  let start = 0;
  let quote = '';
  for (let at = 0; at <= row.length; at += 1) {
    const sign = row[at];
    if (quote !== '' && sign === quote) quote = '';
    else if (quote === '' && (sign === '"' || sign === "'") && row.slice(start, at).trim() === '')
      quote = sign;
    else if (at === row.length || (quote === '' && sign === separator)) {
      const raw = row.slice(start, at);
      const text = raw.trim().replace(/^(["'`])(.*)\1$/s, '$2');
      cells.push({ from: from + start + raw.indexOf(text), text });
      start = at + 1;
    }
  }
  return cells;
}

/** Two lines of a program have commas too. */
const isOfProgram = (value: string): boolean =>
  /[\s()[\]{}]|^[A-Za-z_]+(?:\.[A-Za-z_]\w*)+$/.test(value);

const kindsOf = (cells: readonly Cell[]): (string | undefined)[] =>
  cells.map(({ text }) => (/^[\w .-]{2,40}$/.test(text) ? kindOfName(text) : undefined));

function secretsOf(cells: readonly Cell[], kinds: readonly (string | undefined)[]): Span[] {
  return cells.flatMap(({ from, text: value }, at): Span[] => {
    const kind = kinds[at];
    if (kind === undefined || !isSecretValue(kind, value) || isOfProgram(value)) return [];
    if (!looksSecret(value) && (kind !== 'password' || !/^[a-z]{4,40}$/i.test(value))) return [];
    return [{ of: 'secret', kind, from, to: from + value.length, value }];
  });
}

/** `INSERT INTO apps (client_id, client_secret) VALUES ('…', '…')`. */
function inserted(text: string): Span[] {
  const found: Span[] = [];
  for (const { index, 0: whole, 1: names = '' } of text.matchAll(insert)) {
    const kinds = kindsOf(cellsOf(names, 0, ','));
    if (kinds.every((kind) => kind === undefined)) continue;
    tuple.lastIndex = index + whole.length;
    for (let row = tuple.exec(text); row; row = tuple.exec(text)) {
      const [all, values = ''] = row;
      const cells = cellsOf(values, row.index + all.length - 1 - values.length, ',');
      found.push(...secretsOf(cells, kinds));
    }
  }
  return found;
}

/**
 * Secrets in columns that are named in the first row: CSV, cells copied from a sheet, tables of
 * Markdown and of a database's shell, `INSERT` of SQL.
 */
export function columns(text: string): Span[] {
  const found = inserted(text);
  const lines = text.split('\n');
  let from = 0;
  let names: { separator: string; kinds: (string | undefined)[]; rows: number } | undefined;
  for (const line of lines) {
    const start = from;
    from += line.length + 1;
    if (line.length > longestRow || line.trim() === '') {
      names = undefined;
      continue;
    }
    const { separator: before, kinds = [] } = names ?? {};
    const cells = before === undefined ? [] : cellsOf(line, start, before);
    if (names && cells.length === kinds.length && names.rows < mostRows) {
      names.rows += 1;
      found.push(...secretsOf(cells, kinds));
      continue;
    }
    // A rule of `+---+` above and below the names is none.
    if (/^[+|:\s-]+$/.test(line)) continue;
    names = undefined;
    for (const separator of separators) {
      if (!line.includes(separator)) continue;
      const head = cellsOf(line, start, separator);
      const own = kindsOf(head);
      const isHead = head.every(({ text: name }) => /^[\w ./-]{0,40}$/.test(name));
      if (isHead && head.length > 1 && own.some((kind) => kind !== undefined)) {
        names = { separator, kinds: own, rows: 0 };
        break;
      }
    }
  }
  return found;
}
