import type { Exchange } from '#protocol/exchange.ts';
import { type Answer, type AnswerRow, compareAnswers, comparedHeaders } from './answers.ts';
import type { AskedSandbox } from './ask-sandbox.ts';
import { safely } from './safe-text.ts';

/** Headers that a page may always read of another origin (Fetch, CORS-safelisted response-header names). */
const alwaysRead = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]);

/** How the sandbox answers what a real server was asked, every value made safe to be shown. */
export interface Comparison {
  /** `here` is the real server, `there` the sandbox. */
  rows: AnswerRow[];
  /** Headers of the sandbox that the real server may have sent and not shown to a page. */
  unread: string[];
}

function answerOf({ to, request, response }: Exchange): Answer {
  // A callback's own address is the redirect that brought it.
  if (to === 'app') return { headers: [['location', request.url]] };
  return { status: response?.status, headers: response?.headers, body: response?.body ?? '' };
}

/** The value of a member that repeats what was sent is nobody's business, whatever it is. */
const isEcho = (path: string): boolean => path.endsWith('parameterValue');

function withoutEchoes(row: AnswerRow): AnswerRow {
  if (!isEcho(row.path)) return row;
  const bare = (member: AnswerRow['here']) => member && { type: member.type };
  const { here, there, ...rest } = row;
  return {
    ...rest,
    verdict: here && there ? (here.type === there.type ? 'same' : 'differs') : row.verdict,
    ...(here ? { here: bare(here) ?? here } : {}),
    ...(there ? { there: bare(there) ?? there } : {}),
  };
}

/** Compares a real answer with the sandbox's to the same request. */
export function withSandbox(real: Exchange, asked: AskedSandbox): Comparison {
  const rows = compareAnswers(answerOf(real), asked.answer, {
    here: safely(real.request),
    there: safely(asked.request),
  }).map(withoutEchoes);
  const isRead = real.answered === 'pasted' || real.to === 'app';
  const names = comparedHeaders.map(({ name }) => name);
  const unread = rows.flatMap(({ place, path, verdict }) => {
    const name = path.replace(/^header /, '');
    const mayBeHidden = place === 'header' && verdict === 'only-there' && !alwaysRead.has(name);
    return mayBeHidden && !isRead && names.includes(name) ? [name] : [];
  });
  return {
    rows: rows.filter(({ path }) => !unread.includes(path.replace(/^header /, ''))),
    unread,
  };
}
