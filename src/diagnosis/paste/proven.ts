import { certaintyOf, type Finding, type Range } from '../finding.ts';
import { standInOf } from '../stand-in.ts';
import { explains } from './explained-by.ts';
import { isAlone } from './is-alone.ts';
import { hasStamps } from './is-log.ts';
import type { PasteCase, PastedExchange } from './paste-case.ts';
import { isOfSource } from './request-rules/rule.ts';
import type { Placed } from './rank.ts';

/** Something that an honest paste may hold, beside which a claim is not proven, and what would prove it. */
interface Doubt {
  isAbout: (one: Placed, paste: PasteCase, all: readonly Placed[]) => boolean;
  lacks: string;
}

const theRequest =
  'The request as it was sent, with headers and body, secrets taken out, and the body of its answer.';
const theAnswer =
  'The body of the server’s answer, with its code, and the request that it answers.';

/** The exchange that a finding's evidence lies in. */
function shownIn({ evidence }: Finding, { exchanges }: PasteCase): PastedExchange | undefined {
  const range = evidence[0]?.range;
  return (
    range && exchanges.find((each) => each.range.from <= range.from && range.to <= each.range.to)
  );
}

const isRule = ({ id }: Finding): boolean => /^[XM]\d+$/.test(id);

/** The refusal that it carries is one that it can explain. */
const isExplained = ({ id, code }: Finding): boolean =>
  code !== undefined && (id === code || explains(id, code));

/** Rules that compare or read values that stand there whole: wherever they stand. */
const readsValues = ({ comparison, id }: Finding): boolean =>
  comparison !== undefined || id === 'LINT-180' || id === 'LINT-002';

/** A stretch was left out, covered or taken away, and whoever did it may say so. */
const leftOut =
  /…|\.{3}|[█▒░]{2}|\*{3}|\[\.\.\.\]|\b(?:redacted|hidden|masked(?!-[a-z])|filtered|removed|omitted|sanitized|stripped|truncated|snip(?:ped)?|anonymi[sz]ed|shortened|left out|cut off)\b/i;

/** A day beside a credential: it may have been good then. */
const year = /(?<!\d)20\d\d-\d\d-\d\d(?!\d)/;

/** An address that a program has in quotes: what it puts behind or into it is not shown. */
const isQuoted = (text: string, { from }: Range): boolean =>
  /[=(+:,]\s{0,3}[$@f]{0,2}["'`]$/.test(text.slice(Math.max(0, from - 8), from));

/** Rules that lay one request beside another, which have to be of one attempt. */
const ofPairs = /^LINT-(?:032|047|11[1267]|113|158|159|16[01456]|178|300)$/;

/** Addresses and values that somebody copied one by one. */
const isPicked = ({ evidence }: Finding, { exchanges }: PasteCase): boolean => {
  const range = evidence[0]?.range;
  const own = exchanges.find(
    (each) => range && each.range.from <= range.from && range.to <= each.range.to,
  );
  return !own || own.pieces.every(({ form }) => form === 'address' || form === 'form body');
};

const doubts: readonly Doubt[] = [
  {
    // Two mistakes or two refusals: which of them it was, the paste does not say.
    isAbout: ({ finding }, _paste, all) =>
      all.some(
        ({ finding: other, from }) =>
          from !== 3 &&
          other.kind === 'wrong' &&
          finding.kind === 'wrong' &&
          certaintyOf(other) !== 'cannot tell' &&
          (other.id !== finding.id || other.code !== finding.code),
      ),
    lacks: theAnswer,
  },
  {
    // The server refused for another reason than the one that the request shows.
    isAbout: ({ finding, from }) =>
      from !== 3 && finding.code !== undefined && !isRule(finding) && !isExplained(finding),
    lacks: theRequest,
  },
  {
    // A program may not be the one that ran, and what it reads is not shown.
    isAbout: ({ finding, from }, paste) => {
      if (from !== 1 || isExplained(finding) || readsValues(finding)) return false;
      const pasted = shownIn(finding, paste);
      const { text } = paste.recognised;
      return !pasted || isOfSource(pasted.pieces, text) || isQuoted(text, pasted.range);
    },
    lacks: theRequest,
  },
  {
    // Nothing is missing that somebody took out before it was sent here.
    isAbout: ({ finding, from }, paste) => {
      const pasted = from === 0 || from === 1 ? shownIn(finding, paste) : undefined;
      const range = finding.evidence[0]?.range;
      if (!pasted || !range || isRule(finding)) return false;
      const isAbsent = range.from === pasted.range.from && range.to === pasted.range.to;
      return isAbsent && leftOut.test(paste.recognised.text);
    },
    lacks: theRequest,
  },
  {
    // What was covered is compared with nothing.
    isAbout: ({ finding, from }, { recognised: { text } }) => {
      const range = finding.evidence[0]?.range;
      if (!range || from === 2 || isRule(finding)) return false;
      const [, value = ''] =
        /^[^=:\n]{0,60}[=:]\s*([^\n]{0,400})$/.exec(text.slice(range.from, range.to)) ?? [];
      const kind = standInOf(value.replace(/^["']|["']$/g, ''));
      return kind === 'hidden' || (kind !== undefined && finding.id !== 'LINT-253');
    },
    lacks: theRequest,
  },
  {
    // Two addresses that were copied one by one may be of two attempts.
    isAbout: ({ finding }, paste) => ofPairs.test(finding.id) && isPicked(finding, paste),
    lacks: 'The sign-in and the answer of the same attempt, from the Network list or the log.',
  },
  {
    // Why the user came back without a code, the word alone does not say.
    isAbout: ({ finding: { id, code } }) =>
      id === 'LINT-110' && code?.startsWith('SANDBOX-') !== true,
    lacks: 'The whole address that the browser came back to, and what the user saw before.',
  },
  {
    // The text ends with the request, and may have been cut there.
    isAbout: ({ finding, from }, paste) => {
      const pasted = from === 0 || from === 1 ? shownIn(finding, paste) : undefined;
      const range = finding.evidence[0]?.range;
      if (!pasted || !range || isRule(finding)) return false;
      const isAbsent = range.from === pasted.range.from && range.to === pasted.range.to;
      const isLast = paste.recognised.text.slice(pasted.range.to).trim() === '';
      const isOpen = pasted.pieces.every(({ form }) => form === 'HTTP' || form === 'form body');
      return isAbsent && isLast && isOpen && pasted.one.exchange.response === undefined;
    },
    lacks: theRequest,
  },
  {
    // Lines of a log are of several sign-ins and of several processes at once.
    isAbout: ({ finding, from }, paste) =>
      hasStamps(paste.recognised) && (from !== 2 || !isAlone(paste)) && !isRule(finding),
    lacks: 'Only the lines of this one sign-in or process, in their order, secrets taken out.',
  },
  {
    // What a credential says of its time was right when the rest was written.
    isAbout: ({ finding }, { recognised: { text } }) =>
      finding.id === 'LINT-180' && year.test(text) && finding.code === undefined,
    lacks: 'When the request was sent, and the body of its answer.',
  },
];

/**
 * The last word on every *certain*. A rule says what it sees; whether the paste proves that this is
 * the cause, only all of it tells: certain is what a code with one cause, a request that shows the
 * mistake, or a rule of the settings proves, with nothing beside it that may have been the reason.
 */
export function proven(all: readonly Placed[], paste: PasteCase): Placed[] {
  return all.map((one) => {
    const { finding } = one;
    if (certaintyOf(finding) !== 'certain') return one;
    const doubt = doubts.find(({ isAbout }) => isAbout(one, paste, all));
    if (!doubt) return one;
    const [title, ...claims] = finding.claims;
    return {
      ...one,
      finding: {
        ...finding,
        lacks: finding.lacks ?? doubt.lacks,
        claims: [...(title ? [{ ...title, certainty: 'likely' as const }] : []), ...claims],
      },
    };
  });
}
