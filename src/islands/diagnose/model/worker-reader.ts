import type { Ask, Told } from '#diagnosis/read/messages.ts';
import type { Outcome, Reader } from './reader.ts';

interface Waiting {
  id: number;
  /** What was asked, until it is answered: a reader that breaks is asked again, once. */
  asked: Ask;
  isSecond: boolean;
  settle(outcome: Outcome): void;
  onProgress: ((part: number) => void) | undefined;
}

type Question = Extract<Ask, { kind: 'read' | 'read file' | 'judge again' }>;
/** A question before it has its number. */
type Unnumbered = Question extends infer One ? Omit<One & Question, 'id'> : never;

const cancelled: Outcome = { kind: 'failed', reason: 'cancelled', message: 'Cancelled.' };

/**
 * The reader behind a worker of its own. What was pasted lives in the worker's memory alone; to
 * forget it is to end the worker.
 */
export function workerReader(): Reader {
  let worker: Worker | undefined;
  let waiting: Waiting | undefined;
  let count = 0;

  const settle = (outcome: Outcome): void => {
    const { settle: tell } = waiting ?? {};
    waiting = undefined;
    tell?.(outcome);
  };

  const end = (outcome: Outcome): void => {
    worker?.terminate();
    worker = undefined;
    settle(outcome);
  };

  const hear = (told: Told): void => {
    if (told.id !== waiting?.id) return;
    if (told.kind === 'progress') waiting.onProgress?.(told.of > 0 ? told.read / told.of : 0);
    else if (told.kind === 'shown') settle({ kind: 'shown', shown: told.shown });
    else settle({ kind: 'failed', reason: told.reason, message: told.message });
  };

  function start(): Worker {
    const made = new Worker(new URL('../worker.ts', import.meta.url), { type: 'module' });
    made.addEventListener('message', ({ data }: MessageEvent<Told>) => hear(data));
    // Its script did not come, or it ran out of memory.
    made.addEventListener('error', () => {
      if (made === worker) broken();
    });
    return made;
  }

  /** A reader that broke is begun anew and asked again; over the same text it breaks once more at most. */
  function broken(): void {
    worker?.terminate();
    worker = undefined;
    if (!waiting) return;
    if (!waiting.isSecond) {
      waiting.isSecond = true;
      say(waiting.asked);
      return;
    }
    settle({
      kind: 'failed',
      reason: 'fault',
      message:
        'The part of this page that reads pastes did not load, or ran out of memory, twice. Paste less of it, the request that failed and its answer, or load this page again.',
    });
  }

  const say = (message: Ask): void => {
    worker ??= start();
    worker.postMessage(message);
  };

  const cancel = (): void => {
    if (waiting) say({ kind: 'cancel', id: waiting.id });
    settle(cancelled);
  };

  const ask = (question: Unnumbered, onProgress?: (part: number) => void): Promise<Outcome> => {
    cancel();
    const id = (count += 1);
    const asked = { ...question, id } as Question;
    return new Promise((settled) => {
      waiting = { id, asked, isSecond: false, settle: settled, onProgress };
      say(asked);
    });
  };

  return {
    read: (pasted, settings, onProgress) =>
      'file' in pasted
        ? ask({ kind: 'read file', ...pasted, settings }, onProgress)
        : ask({ kind: 'read', ...pasted, settings }),
    again: (settings) => ask({ kind: 'judge again', settings }),
    warm: () => {
      worker ??= start();
    },
    forget: () => end(cancelled),
  };
}
