import type { Ask, Told } from './messages.ts';
import type { Answer, Reader } from './reader.ts';

/**
 * Answers a page's questions through a reader: what a worker does with its messages.
 *
 * @param tell sends an answer to the page
 * @returns takes a question; one that is not known is passed over
 */
export function serve(reader: Reader, tell: (told: Told) => void): (ask: Ask) => void {
  const running = new Map<number, AbortController>();
  const start = (id: number, work: (signal: AbortSignal) => Promise<Answer>): void => {
    const controller = new AbortController();
    running.set(id, controller);
    void work(controller.signal).then((answer) => {
      running.delete(id);
      tell({ ...answer, id });
    });
  };
  return (ask) => {
    switch (ask.kind) {
      case 'read':
        start(ask.id, (signal) => reader.read(ask.text, { settings: ask.settings, signal }));
        break;
      case 'read file': {
        const { id, file, settings } = ask;
        const onProgress = (read: number): void =>
          tell({ kind: 'progress', id, read, of: file.size });
        start(id, (signal) => reader.readFile(file, { settings, signal, onProgress }));
        break;
      }
      case 'judge again':
        start(ask.id, (signal) => reader.judgeAgain({ settings: ask.settings, signal }));
        break;
      case 'cancel':
        running.get(ask.id)?.abort();
        break;
      case 'forget':
        for (const each of running.values()) each.abort();
        reader.forget();
    }
  };
}
