import type { AppSettings } from '#app-settings/app.ts';
import { certaintyOf, finding, type Finding } from '../finding.ts';
import { show } from '../hide/show.ts';
import type { Removed, Shown, ShownPiece } from '../hide/shown.ts';
import type { Recognised } from '../recognise/recognise.ts';
import { recogniseAll } from '../recognise/recognise-all.ts';
import { caseSchema, type LinkedCase } from './case-schema.ts';
import { deflate, inflate } from './deflate.ts';

/** Written before the case; a page that reads a higher one says that it cannot. */
const version = 2;
/** Mail and chat cut what is longer. */
export const longestLink = 2_000;
/** What a page reads: more than it writes, since links are made by other versions too. */
const longestRead = 30_000;
const mostOctets = 400_000;

export type WrittenCase = { link: string } | { tooLong: number };

const asLinkedPiece = ({ form, range, unknown, codes, message }: ShownPiece) => ({
  form,
  range,
  unknown,
  codes,
  ...(message !== undefined && { message }),
});

/** What a page that opens it looks for in its own verdict; the words are its own. */
const asLinked = ({ id, evidence }: Finding) => ({ id, evidence });

/**
 * A link that opens the same case: masked transcript, settings and the rule of its verdict, compressed in the
 * fragment, which a browser sends to nobody.
 *
 * @param page the address of the page that opens it, without a fragment
 * @returns the length where it is longer than mail and chat take: the report is for that
 */
export async function writeCaseLink(
  { text, isCut, pieces, findings, removed }: Shown,
  settings: AppSettings | undefined,
  page = '/diagnose/',
): Promise<WrittenCase> {
  const linked = {
    text,
    isCut,
    pieces: pieces.map(asLinkedPiece),
    findings: findings.slice(0, 1).map(asLinked),
    removed,
    ...(settings && { settings }),
  };
  // What goes through the allow-list is what the page that opens it will take.
  const allowed = caseSchema.safeParse(linked);
  if (!allowed.success) return { tooLong: text.length };
  const link = `${page}#case=${version}.${await deflate(JSON.stringify(allowed.data))}`;
  return link.length > longestLink ? { tooLong: link.length } : { link };
}

export type ReadCase =
  | { kind: 'read'; shown: Shown; settings?: AppSettings }
  /** A sentence for whoever opened the link. */
  | { kind: 'refused'; reason: string };

const refused = (reason: string): { kind: 'refused'; reason: string } => ({
  kind: 'refused',
  reason,
});
const refusedAs = (reason: string): { reason: string } => ({ reason });

const changed =
  'This page cannot read the link: it was cut or changed on its way. Ask for it again, or for the report.';

const fits = ({ text, findings, pieces }: LinkedCase): boolean =>
  [...findings.flatMap(({ evidence }) => evidence), ...pieces].every(
    ({ range }) => (range?.to ?? 0) <= text.length,
  );

/** The pieces as they were, each with the exchange that is read in its place. */
const withExchanges = (pieces: LinkedCase['pieces'], read: readonly ShownPiece[]): ShownPiece[] =>
  (pieces as ShownPiece[]).map((piece) => {
    const exchange = read.find(({ range }) => range.from === piece.range.from)?.exchange;
    return exchange ? { ...piece, exchange } : piece;
  });

/**
 * The verdict of whoever made the link, where this page does not come to it: it rests on a value that
 * the link does not hold. Its rule is named; its words, which may be anybody's, are not repeated.
 */
function notReadAgain(
  first: LinkedCase['findings'][number] | undefined,
  findings: readonly Finding[],
): Finding[] {
  if (!first || findings.some(({ id, code }) => id === first.id || code === first.id)) return [];
  return [
    finding({
      id: first.id as Finding['id'],
      kind: 'note',
      certainty: 'cannot tell',
      title: `The person who made this link saw ${first.id}, and this page cannot find it again`,
      why: 'That verdict depends on a value that the link hides, as it should. The rest of this page is what the hidden text shows by itself.',
      lacks: 'The report from the page that read the paste: it has the verdict in words.',
      evidence: first.evidence as Finding['evidence'],
    }),
  ];
}

interface Opened {
  linked: LinkedCase;
  read: Recognised;
}

/** What a fragment holds, let through by the schema, with its transcript read again. */
async function opened(fragment: string): Promise<Opened | { reason: string }> {
  const [, number, packed] = /^#?case=(\d{1,4})\.([\w-]*)$/.exec(fragment) ?? [];
  if (number === undefined || packed === undefined) return refusedAs(changed);
  if (Number(number) > version) {
    return refusedAs('A newer version of this page made this link. Load this page again.');
  }
  if (Number(number) < 1) return refusedAs(changed);
  if (packed.length > longestRead) {
    return refusedAs(
      'This link is longer than any that this page makes. Ask for the report instead.',
    );
  }
  const json = await inflate(packed, mostOctets);
  if (typeof json === 'object') {
    return refusedAs('This link has more than a case in it. Ask for the report instead.');
  }
  let value: unknown;
  try {
    value = JSON.parse(json ?? '');
  } catch {
    return refusedAs(changed);
  }
  const linked = caseSchema.safeParse(value);
  if (!linked.success || !fits(linked.data)) {
    return refusedAs(
      'This link has something in it that this page does not know. It was changed, or made elsewhere.',
    );
  }
  // Masked text has nothing to repair; where it has, its places would no longer be right.
  const read = recogniseAll(linked.data.text);
  return read.text === linked.data.text ? { linked: linked.data, read } : refusedAs(changed);
}

/**
 * The transcript of a case link alone, masked, for who sends it again.
 *
 * @param fragment of the address, `#case=…`
 */
export async function readLinkedTranscript(
  fragment: string,
): Promise<
  { kind: 'read'; pieces: ShownPiece[]; isCut: boolean } | { kind: 'refused'; reason: string }
> {
  const found = await opened(fragment);
  if ('reason' in found) return refused(found.reason);
  const { linked, read } = found;
  const shown = show({ ...read, isCut: linked.isCut, findings: [] });
  return { kind: 'read', pieces: withExchanges(linked.pieces, shown.pieces), isCut: linked.isCut };
}

/**
 * Opens a case link. It goes through the same allow-list, and its transcript through the masking, so
 * that a forged one shows nothing that a paste would not show. Its transcript is judged again, so that
 * every word of a verdict is a word of this page.
 *
 * @param fragment of the address, `#case=…`
 * @param now milliseconds since the epoch
 */
export async function readCaseLink(fragment: string, now: number): Promise<ReadCase> {
  const found = await opened(fragment);
  if ('reason' in found) return refused(found.reason);
  const { linked, read } = found;
  const { isCut, pieces, removed, settings } = linked;
  const { diagnoseRecognised } = await import('../paste/diagnose-paste.ts');
  const judged = await diagnoseRecognised(read, { settings, now });
  const findings = judged.findings.map((one): Finding => ({ ...one, actions: [] }));
  const lost = notReadAgain(linked.findings[0], findings);
  const isDecided = findings.some((one) => certaintyOf(one) !== 'cannot tell');
  const shown = show({
    ...read,
    isCut,
    findings: isDecided ? [...findings, ...lost] : [...lost, ...findings],
  });
  const known = new Set(removed.map(({ label }) => label));
  return {
    kind: 'read',
    shown: {
      ...shown,
      pieces: withExchanges(pieces, shown.pieces),
      removed: [
        ...(removed as Removed[]),
        ...shown.removed.filter(({ label }) => !known.has(label)),
      ],
      people: {},
    },
    ...(settings && { settings }),
  };
}
