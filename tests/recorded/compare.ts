import {
  type Answer,
  type AnswerRow,
  compareAnswers,
  type ComparedHeader,
} from '#diagnosis/compare/answers.ts';
import type { RecordedAnswer } from '#protocol/recorded/answers.ts';
import { added } from '#protocol/recorded/excused.ts';
import type { Provoked } from './provoked/provoked.ts';

/** Headers whose value is of the moment, of the server or of the app's plan: there or not. */
const ofTheMoment = new Set([
  'rcrequestid',
  'routingkey',
  'retry-after',
  'x-rate-limit-limit',
  'x-rate-limit-remaining',
]);

/** What differs from run to run, or from app to app, and is told by no recording for good. */
const running = new Set(['expires_in', 'refresh_token_expires_in']);

/** Parts of an answer were recorded, such as a message: what else it had is not known. */
const isPart = ({ evidence }: RecordedAnswer): boolean =>
  /third-party report|changelog|test data|measurement|begin of the body|cut/.test(evidence);

function headersOf(recorded: Readonly<Record<string, string>>): ComparedHeader[] {
  return Object.keys(recorded).map((name) => ({
    name,
    by: ofTheMoment.has(name) ? 'presence' : 'value',
  }));
}

const replaceAll =
  (pairs: readonly (readonly [from: string, to: string])[]) =>
  (text: string): string =>
    pairs.reduce((named, [from, to]) => named.replaceAll(from, to), text);

/** A recorded text that was cut is the sandbox's if it begins so. */
function isCutOf({ here, there }: AnswerRow): boolean {
  const [begin = '', ...cut] = there?.value?.split('… (cut)') ?? [];
  return cut.length > 0 && here?.value?.startsWith(begin) === true;
}

/** A text that was measured without its envelope is compared as one of an envelope all the same. */
function textOf(body: string | object): string {
  if (typeof body === 'string') return body;
  const isBare = Object.keys(body).length === 1 && 'message' in body;
  return JSON.stringify(isBare ? { ...body, errors: undefined, errorCode: '' } : body);
}

/** What the sandbox adds to a good answer, and RingCentral is known to send. */
const isKnown = (path: string): boolean =>
  Object.keys(added).some((one) => path === one || path.startsWith(`${one}.`));

/**
 * Every place in which a recorded answer and the sandbox's can be compared. Headers that were not
 * recorded are left out; so are members of an answer that was recorded in part, and those of a good
 * answer that RingCentral is known to send.
 *
 * @param sent what the sandbox answered
 */
export function compareWithRecorded(
  recorded: RecordedAnswer,
  sent: Answer,
  { alike = [] }: Pick<Provoked, 'alike'> = {},
): AnswerRow[] {
  const { status, headers, body } = recorded.answer;
  const rows = compareAnswers(
    sent,
    {
      status: status ?? undefined,
      headers: headers && Object.entries(headers),
      body: body === undefined || body === null ? undefined : textOf(body),
    },
    {
      headers: headersOf(headers ?? {}).filter(({ name }) => name !== 'location'),
      here: replaceAll(alike.map(([theirs, ours]) => [ours, theirs])),
    },
  );
  const isGood = recorded.answer.status === 200;
  return rows
    .filter(({ path, verdict, there }) => {
      if (verdict === 'only-here') return !isPart(recorded) && !(isGood && isKnown(path));
      return !running.has(path) && there?.value !== '';
    })
    .map((row) => (row.verdict === 'differs' && isCutOf(row) ? { ...row, verdict: 'same' } : row));
}
