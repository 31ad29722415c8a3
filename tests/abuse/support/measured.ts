import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Reader } from './reader.ts';

type Told = Pick<Reader, 'took' | 'wrong'>;

/**
 * Something that times requests in a process of its own: what the test itself does beside them must
 * not count as the server's.
 *
 * @param file beside this one; it calls `beMeasured`
 * @returns the way to stop it, which answers what it saw
 */
export async function startMeasured(file: string, ...args: string[]): Promise<() => Promise<Told>> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), args);
  await once(child, 'message');
  return async () => {
    const answer = once(child, 'message');
    child.send('stop');
    const [told] = (await answer) as [Told];
    return told;
  };
}

/** The other end: tells that it has begun, and what was seen once it is asked. */
export function beMeasured(reader: Reader): void {
  process.on('message', () => {
    void reader.stop().then(() => {
      process.send?.({ took: reader.took, wrong: reader.wrong }, () => process.exit());
    });
  });
  process.on('disconnect', () => process.exit());
  process.send?.('begun');
}
