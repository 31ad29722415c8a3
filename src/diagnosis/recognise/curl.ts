import { split } from 'shlex';
import { encodeForm } from '#protocol/form.ts';
import type { Headers } from '#protocol/exchange.ts';
import { type Piece, partial } from './known-parts.ts';

/** Options of curl that take a value and say nothing of the request (curl's manual). */
const valueOptions = new Set([
  '-o', '--output', '-x', '--proxy', '-m', '--max-time', '--connect-timeout', '-c', '--cookie-jar',
  '--cacert', '--cert', '--key', '-w', '--write-out', '--retry', '-r', '--range', '-D',
  '--dump-header', '--resolve', '--interface', '-T', '--upload-file', '-E', '--ciphers',
]); // prettier-ignore

/** What Windows' shell writes before each sign, undone (Chrome's own *Copy as cURL (cmd)*). */
function fromCmd(text: string): string {
  if (!/\^"|\^$/m.test(text)) return text;
  return text.replace(
    /\^(\n)(\n)?|\^([\s\S])/g,
    (_all, _one: string, second: string | undefined, sign: string | undefined) =>
      sign ?? (second === undefined ? '' : '\n'),
  );
}

/** So many commands of a paste are read, and so much of each: a text made of them costs no more. */
const mostCommands = 50;
const longestCommand = 20_000;

/** The stretch that one command takes: lines that end in a backslash, a caret or a backtick go on. */
function commandAt(text: string, from: number): string {
  const lines = text.slice(from, from + longestCommand).split('\n');
  const taken: string[] = [];
  for (const line of lines) {
    taken.push(line.replace(/^\s*> ?/, ''));
    const soFar = taken.join('\n');
    const isOpen = (soFar.replaceAll(/\\./g, '').match(/'/g)?.length ?? 0) % 2 === 1;
    if (!/[\\^`]\s*$/.test(line) && !isOpen) break;
  }
  return taken.join('\n');
}

interface Command {
  method?: string;
  url?: string;
  headers: Headers;
  data: string[];
  isGet: boolean;
  isMultipart: boolean;
}

const encoded = (value: string): string => {
  const [, name, text] = /^([^=@]*)=(.*)$/s.exec(value) ?? [];
  if (name === undefined) return encodeURIComponent(value);
  return name === '' ? encodeURIComponent(text ?? '') : encodeForm([[name, text ?? '']]);
};

function readWords(words: readonly string[]): Command {
  const command: Command = { headers: [], data: [], isGet: false, isMultipart: false };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const [, short, glued] = /^(-[XHdubFAe])(.+)$/s.exec(word) ?? [];
    const [, long, assigned] = /^(--[a-z-]+)=(.*)$/s.exec(word) ?? [];
    const option = short ?? long ?? word;
    const value = (): string => glued ?? assigned ?? words[(at += 1)] ?? '';
    switch (option) {
      case '-X':
      case '--request':
        command.method = value().toUpperCase();
        break;
      case '-H':
      case '--header': {
        const [, name, text] = /^([^:]+):\s*(.*)$/s.exec(value()) ?? [];
        if (name !== undefined) command.headers.push([name.trim(), text ?? '']);
        break;
      }
      case '-d':
      case '--data':
      case '--data-raw':
      case '--data-ascii':
      case '--data-binary':
        command.data.push(value());
        break;
      case '--data-urlencode':
        command.data.push(encoded(value()));
        break;
      case '-F':
      case '--form':
        command.isMultipart = true;
        command.data.push(value());
        break;
      case '-u':
      case '--user':
        command.headers.push(['Authorization', `Basic ${btoaUtf8(value())}`]);
        break;
      case '-b':
      case '--cookie':
        command.headers.push(['Cookie', value()]);
        break;
      case '-A':
      case '--user-agent':
        command.headers.push(['User-Agent', value()]);
        break;
      case '-e':
      case '--referer':
        command.headers.push(['Referer', value()]);
        break;
      case '-G':
      case '--get':
        command.isGet = true;
        break;
      case '--url':
        command.url = value();
        break;
      default:
        if (valueOptions.has(option)) value();
        else if (!word.startsWith('-')) command.url ??= word;
    }
  }
  return command;
}

const btoaUtf8 = (text: string): string =>
  btoa(String.fromCodePoint(...new TextEncoder().encode(text)));

function requestOf(command: Command): {
  method: string;
  url: string;
  headers: Headers;
  body?: string;
} {
  const data = command.data.join('&');
  const hasType = command.headers.some(([name]) => name.toLowerCase() === 'content-type');
  const type = command.isMultipart ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
  const url = /^[a-z]+:\/\//i.test(command.url ?? '')
    ? (command.url ?? '')
    : `http://${command.url}`;
  if (command.isGet) {
    const joint = url.includes('?') ? '&' : '?';
    return {
      method: command.method ?? 'GET',
      url: data ? url + joint + data : url,
      headers: command.headers,
    };
  }
  return {
    method: command.method ?? (data === '' ? 'GET' : 'POST'),
    url,
    headers:
      data === '' || hasType ? command.headers : [...command.headers, ['Content-Type', type]],
    ...(data === '' ? {} : { body: data }),
  };
}

/**
 * The curl commands in a text: of a POSIX shell, with its prompt and its continued lines, and of
 * Windows' shell (LINT-002).
 *
 * @param text repaired
 * @returns a request each, its answer unknown; a command whose quotes do not close is left out
 */
export function curlCommands(text: string): Piece[] {
  const pieces: Piece[] = [];
  let read = 0;
  let end = 0;
  for (const match of text.matchAll(/(?:^|[\s$>`])curl(?:\.exe)?\s/g)) {
    const from = match.index + match[0].indexOf('curl');
    // The word within a command that is read already.
    if (from < end) continue;
    read += 1;
    if (read > mostCommands) break;
    const command = commandAt(text, from);
    end = from + command.length;
    try {
      const [, ...words] = split(fromCmd(command).replaceAll(/\\\n|`\n/g, ' '));
      const parts = readWords(words);
      if (parts.url === undefined) continue;
      pieces.push({
        form: 'curl',
        range: { from, to: from + command.length },
        exchange: partial({ request: requestOf(parts) }),
        unknown: ['response'],
        codes: [],
      });
    } catch {
      // An open quote: a mail cut the line. Other readers may still find an address in it.
    }
  }
  return pieces;
}
