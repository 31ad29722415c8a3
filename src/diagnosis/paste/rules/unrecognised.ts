import { type Draft, finding } from '../../finding.ts';
import type { Topic } from '../../recognise/prose/topics.ts';
import { isComplaint } from '../complaint.ts';
import { howToGet } from '../how-to-get.ts';
import { isLog } from '../is-log.ts';
import { otherCompany } from '../other-company.ts';
import type { PasteCase, PasteRule } from '../paste-case.ts';

const isCut = (text: string): boolean => /https?:\/\/[^\s…]{0,400}?(?:…|\.{3})/.test(text);

type Words = Pick<Draft, 'title' | 'why'> & { lacks: string };

const anything =
  'The error message or the answer’s body, letter for letter: it has a code such as OAU-251. Or the address in the browser when it fails, the log of the program, or the curl line.';

const byTopic: readonly [Topic, Words][] = [
  [
    'not a sign-in',
    {
      title: 'This is not about a sign-in',
      why: 'It has no login and no call of the API, so there is nothing to judge.',
      lacks:
        'What the program that signs in does, and the error or answer that it gets; paste it as it is. Other questions go to RingCentral’s support.',
    },
  ],
  [
    'white page',
    {
      title: 'A white page does not show its reason',
      why: 'There is no answer of a server; the white page may be RingCentral’s or the app’s.',
      lacks:
        'The whole address (URL) in the address line when the page is white, secrets taken out, and what the browser’s console and the Network list show.',
    },
  ],
  [
    'works elsewhere',
    {
      title: 'The two requests differ, and neither is here',
      why: 'The request that works elsewhere with the same credentials is another one: its headers, its body or its address differ. Nothing here shows how, and there is no answer of the server.',
      lacks:
        'Both requests with headers and body, secrets taken out (Postman: “Code”, as curl), and the body of the answer that the program gets, with its code.',
    },
  ],
  [
    'only sometimes',
    {
      title: 'The status or the word alone does not say which refusal it is',
      why: 'A 401 now and then has several causes: a call during a refresh (OAU-129), a token whose hour was over (OAU-128), two processes that refresh (OAU-213).',
      lacks:
        'The body of one such answer (errorCode) with its rcrequestid, when it came, and when the program had refreshed last.',
    },
  ],
];

function wordsFor({ recognised: { text, har }, topics, clients }: PasteCase): Words {
  if (har && har.kept === 0) {
    return {
      title: 'There is no request of a sign-in in this HAR',
      why: 'It has only requests of other kinds, so there is nothing to judge.',
      lacks:
        'A HAR that begins before the sign-in and ends after the error (“Preserve log” on), or the body of the answer that failed.',
    };
  }
  if (isCut(text)) {
    return {
      title: 'The address is cut, and the part that decides is missing',
      why: 'It was shortened where the answer would be.',
      lacks: 'The whole address (URL) from the address line, with everything after ? and #.',
    };
  }
  if (isRequestId(text)) {
    return {
      title: 'The number of a request does not show its answer',
      why: 'RingCentral’s support can look the request up by it; this paste does not have the answer.',
      lacks:
        'The status and the body of the answer that has this number, with errorCode and message, and what was sent, secrets taken out.',
    };
  }
  const foreign = otherCompany(text);
  if (foreign !== undefined) {
    return {
      title: `The error is from ${foreign}, not from RingCentral`,
      why: `Nothing in it is from RingCentral: ${foreign} answered, and RingCentral was not asked.`,
      lacks:
        'What RingCentral answers, if you ask it at all: its errorCode, such as OAU-109, or the address in the browser when it fails.',
    };
  }
  const told = byTopic.find(([topic]) => topics.has(topic))?.[1];
  return (
    told ?? {
      title: 'There is no answer of a server in this text',
      why: 'It does not show the request or the answer, so nothing in it decides the cause.',
      lacks: clients.size > 0 ? howToGet(clients) : anything,
    }
  );
}

/** Lines of a program, of which nothing has to do with a login. */
const isSource = (text: string): boolean =>
  !/^[[{<]/.test(text.trimStart()) &&
  (text.match(
    /[;{}][ \t]{0,8}$|^[ \t]{0,40}(?:def|end|return|import|from|require|const|let|var)\b|^[ \t]{0,40}[\w.$@]{1,60}(?:[ \t]{0,4}=[ \t]{0,4}[\w$@'"`[({]|\.\w{1,60}\()/gm,
  )?.length ?? 0) > 1;

/** Settings of a program and comments, and no word of somebody: an example, or a file to fill in. */
const isSettingsFile = (text: string): boolean =>
  text
    .split('\n')
    .every((line) => /^\s*(?:#.*|(?:export |set |\$env:)?[A-Z][A-Z\d_]{2,60}\s*=.*)?$/.test(line));

const saysNo =
  /"(?:message|detail|title|reason|status|description|fault\w*)"\s*:\s*"[^"]{0,200}(?:unauthori|forbidden|denied|invalid|not found|fail|error|refus|reject|expired|wrong)/i;

/** JSON as a whole: an answer or a stored session, and no word of somebody. */
function isData(text: string): boolean {
  if (!/^\s*[[{]/.test(text) || saysNo.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The number of a request and no more: it says where to look, not what was wrong. */
const isRequestId = (text: string): boolean =>
  /^\W{0,4}(?:rc-?request-?id|request[- ]?id|correlation[- ]?id|trace[- ]?id|x-request-id)\W{1,6}[\w-]{6,80}\W{0,4}$/i.test(
    text.trim(),
  );

/** What was copied and is in order, without a word of somebody beside it. */
function isQuiet({ recognised, exchanges, prose, topics }: PasteCase): boolean {
  const isKnown =
    exchanges.length > 0 ||
    recognised.pieces.some(({ form }) => !['message', 'status'].includes(form)) ||
    recognised.around.some(({ form }) => form === 'source') ||
    isSource(recognised.text) ||
    isSettingsFile(recognised.text) ||
    (recognised.har === undefined && isData(recognised.text)) ||
    isLog(recognised.text);
  // In a program the word for an error is no complaint; in its comments it is.
  const told = isSource(recognised.text)
    ? (prose.match(/(?:\/\/|#|--|\/\*).*$/gm) ?? []).join('\n')
    : prose;
  return (
    isKnown && !isRequestId(recognised.text) && !isComplaint(told) && !topics.has('nothing told')
  );
}

/** An answer of another company has no word of somebody beside it either. */
const isRefusedElsewhere = ({ recognised: { text } }: PasteCase): boolean =>
  otherCompany(text) !== undefined && (isComplaint(text) || /["'=?&]error|AADSTS|E0000/.test(text));

/** LINT-001: nothing that decides stands in the paste, or nothing that is known here. */
export const unrecognised: PasteRule = (paste) =>
  isQuiet(paste) && !isCut(paste.recognised.text) && !isRefusedElsewhere(paste)
    ? undefined
    : finding({
        id: 'LINT-001',
        who: 'nobody',
        certainty: 'cannot tell',
        ...wordsFor(paste),
      });
