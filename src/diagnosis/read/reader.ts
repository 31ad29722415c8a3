import type { AppSettings } from '#app-settings/app.ts';
import type { Shown } from '../hide/shown.ts';
import { hide, mostValues } from '../hide/show.ts';
import type { Beside, Diagnosis } from '../paste/diagnosis.ts';
import { longestPaste, type Recognised } from '../recognise/recognise.ts';
import { recogniseAny } from '../recognise/recognise-any.ts';
import { encodingOf, fileKind } from './file-kind.ts';
import type { FailedReason } from './messages.ts';

/** A larger file is read by nobody in a page; a HAR of a day has some fifty megabytes. */
export const largestFile = 250_000_000;

/** What the reader needs of others; clock and rules come in from outside. */
export interface ReaderParts {
  /** Milliseconds since the epoch. */
  now: () => number;
  judge: (read: Recognised, beside: Beside) => Promise<Diagnosis>;
  /** Reads a HAR as it comes, chunk by chunk. */
  readHar: (
    octets: AsyncIterable<Uint8Array>,
    options: { signal?: AbortSignal; onProgress?: (octets: number) => void },
  ) => Promise<Recognised>;
}

/** A file, as a browser gives it. */
export interface PastedFile {
  size: number;
  stream(): ReadableStream<Uint8Array>;
}

export interface Asked {
  settings?: AppSettings | undefined;
  signal?: AbortSignal | undefined;
}

export type Answer =
  | { kind: 'shown'; shown: Shown }
  /** `message` is a sentence for the reader of the page. */
  | { kind: 'failed'; reason: FailedReason; message: string };

/** Reads what was pasted and answers what may be shown of it. The raw text lives in here and nowhere else. */
export interface Reader {
  /** @param text labels of the reading before are read as what they stand for */
  read(text: string, asked?: Asked): Promise<Answer>;
  /** @param onProgress hears of the octets that were read */
  readFile(
    file: PastedFile,
    asked?: Asked & { onProgress?: (octets: number) => void },
  ): Promise<Answer>;
  /** What was read last, beside other settings. */
  judgeAgain(asked?: Asked): Promise<Answer>;
  forget(): void;
}

const failed = (reason: FailedReason, message: string): Answer => ({
  kind: 'failed',
  reason,
  message,
});

const refusals = {
  empty: failed('empty', 'There is nothing to read: it is empty.'),
  picture: failed(
    'picture',
    'A picture cannot be read here. Type the code or the words that you see.',
  ),
  binary: failed(
    'binary',
    'This file is not text. Open it in the program that made it, and paste what it shows.',
  ),
  large: failed(
    'too large',
    `This file is larger than ${largestFile / 1_000_000} MB. Record only the requests of the sign-in, and export again.`,
  ),
  har: failed(
    'unknown file',
    'This file looks like a HAR and has no request that this page can read.',
  ),
  many: failed(
    'too many secrets',
    `It has more than ${mostValues} different secrets, so this page shows nothing of it. Paste the request that failed, with its answer.`,
  ),
  late: failed(
    'fault',
    'A part of this page did not load: the network is gone, or the site has a new version. Load this page again, and paste once more.',
  ),
  cancelled: failed('cancelled', 'Stopped.'),
  forgotten: failed('forgotten', 'This page has read nothing yet. Paste it again.'),
};

/** What browsers say of a module that did not come. */
const notLoaded =
  /dynamically imported module|Importing a module script failed|error loading dynamically/i;

const label = /masked-[a-z_]+-\d+-\d+chars/g;

/** The first octets, and then all of them from the beginning. */
async function begun(
  stream: ReadableStream<Uint8Array>,
): Promise<{ first: Uint8Array; octets: AsyncIterable<Uint8Array> }> {
  const reader = stream.getReader();
  const { value: first = new Uint8Array() } = await reader.read();
  async function* octets(): AsyncGenerator<Uint8Array> {
    try {
      yield first;
      for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
    } finally {
      await reader.cancel();
    }
  }
  return { first, octets: octets() };
}

/** A text as far as a paste is read. */
async function textOf(octets: AsyncIterable<Uint8Array>, encoding: string): Promise<string> {
  const decoder = new TextDecoder(encoding);
  let text = '';
  for await (const part of octets) {
    text += decoder.decode(part, { stream: true });
    if (text.length > longestPaste) break;
  }
  return text;
}

/**
 * A reader of pastes. What it has read stays until the next, so that it can be judged again beside
 * other settings, and so that a label in an edited text is still what it stands for.
 */
export function createReader({ now, judge, readHar }: ReaderParts): Reader {
  let last: Recognised | undefined;
  let originals: ReadonlyMap<string, string> = new Map();

  async function answer(read: Recognised, { settings, signal }: Asked): Promise<Answer> {
    const diagnosis = await judge(read, { settings, now: now() });
    if (signal?.aborted) return refusals.cancelled;
    const hidden = hide(diagnosis);
    if (hidden.isOver) return refusals.many;
    last = read;
    ({ originals } = hidden);
    return { kind: 'shown', shown: hidden.shown };
  }

  /** A fault of ours and an abort are answers too: a page waits for one. */
  const settled = async (work: () => Promise<Answer>, { signal }: Asked): Promise<Answer> => {
    try {
      return await work();
    } catch (error) {
      if (signal?.aborted) return refusals.cancelled;
      if (notLoaded.test(String(error))) return refusals.late;
      // A parser's message may repeat what it was given, so its name alone is told.
      const name = error instanceof Error ? error.name : 'Error';
      return failed('fault', `This page failed to read it (${name}).`);
    }
  };

  const readText = async (text: string, asked: Asked): Promise<Answer> => {
    const raw = text.replaceAll(label, (each) => originals.get(each) ?? each);
    return raw.trim() === '' ? refusals.empty : answer(await recogniseAny(raw), asked);
  };

  return {
    read: (text, asked = {}) => settled(() => readText(text, asked), asked),
    readFile: (file, asked = {}) =>
      settled(async () => {
        if (file.size === 0) return refusals.empty;
        if (file.size > largestFile) return refusals.large;
        const { first, octets } = await begun(file.stream());
        const kind = fileKind(first);
        if (kind === 'picture' || kind === 'binary') return refusals[kind];
        if (kind === 'text') return readText(await textOf(octets, encodingOf(first)), asked);
        const { signal, onProgress } = asked;
        const read = await readHar(octets, {
          ...(signal && { signal }),
          ...(onProgress && { onProgress }),
        });
        return read.har?.entries === 0 ? refusals.har : answer(read, asked);
      }, asked),
    judgeAgain: (asked = {}) =>
      settled(() => (last ? answer(last, asked) : Promise.resolve(refusals.forgotten)), asked),
    forget() {
      last = undefined;
      originals = new Map();
    },
  };
}
