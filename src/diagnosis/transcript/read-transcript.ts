import type { Exchange } from '#protocol/exchange.ts';
import { readHar } from '../recognise/har/read-har.ts';
import { readLinkedTranscript } from '../report/case-link.ts';

export type ReadTranscript =
  | { kind: 'read'; exchanges: Exchange[]; /** Its file or link ended early. */ isCut: boolean }
  /** A sentence for whoever opened it. */
  | { kind: 'refused'; reason: string };

/** The largest archive that is read: an hour of a busy browser. */
export const largestArchive = 50_000_000;

const refused = (reason: string): ReadTranscript => ({ kind: 'refused', reason });
const withRequest = (exchange: Exchange | undefined): Exchange[] =>
  exchange && exchange.request.url !== '' ? [exchange] : [];

async function ofLink(fragment: string): Promise<ReadTranscript> {
  const read = await readLinkedTranscript(fragment);
  if (read.kind === 'refused') return refused(read.reason);
  const exchanges = read.pieces.flatMap(({ exchange }) => withRequest(exchange));
  return exchanges.length > 0
    ? { kind: 'read', exchanges, isCut: read.isCut }
    : refused('This case has no request, so there is nothing to send again.');
}

/**
 * Reads what a transcript left as: an HTTP Archive, or the case link of the diagnoser.
 *
 * @param given a file, or what was pasted
 * @param onProgress told octets read of a file
 * @throws the signal's reason where it was aborted
 */
export async function readTranscript(
  given: Blob | string,
  options: { onProgress?: (octets: number) => void; signal?: AbortSignal } = {},
): Promise<ReadTranscript> {
  if (typeof given === 'string') {
    const [, fragment] =
      /#(case=[^\s"<>]*)/.exec(given.trim()) ?? /^(case=\S*)$/.exec(given.trim()) ?? [];
    if (fragment !== undefined) return ofLink(`#${fragment}`);
    if (given.trim() === '') return refused('Paste a case link, or the text of a HAR.');
    if (!given.trim().startsWith('{')) {
      return refused('This is neither a case link nor a HAR. The diagnoser reads other pastes.');
    }
  }
  const blob = typeof given === 'string' ? new Blob([given]) : given;
  if (blob.size > largestArchive)
    return refused('This file is larger than 50 MB. Export fewer requests.');
  const read = await readHar(blob.stream(), options);
  const exchanges = read.pieces.flatMap(({ exchange }) => withRequest(exchange));
  if (exchanges.length > 0) return { kind: 'read', exchanges, isCut: read.isCut };
  return (read.har?.entries ?? 0) > 0
    ? refused('This HAR has no request of a sign-in, of a token or of the API.')
    : refused('This page cannot read this HAR: it has no request.');
}
