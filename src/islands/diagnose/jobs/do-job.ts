import type { DoJob, JobName, Jobs } from './jobs.ts';

/**
 * Does a job in a worker of its own, which ends with it: what it takes is loaded for it, and shares
 * nothing with the pages.
 */
export const doJob: DoJob = (name, ask) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./jobs-worker.ts', import.meta.url), { type: 'module' });
    const end = (settle: () => void): void => {
      worker.terminate();
      settle();
    };
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<{ answer?: Jobs[typeof name]['answer'] }>) =>
        end(() => ('answer' in data ? resolve(data.answer as never) : reject(new Error(name)))),
    );
    worker.addEventListener('error', () => end(() => reject(new Error(name))));
    worker.postMessage({ name, ask } satisfies { name: JobName; ask: unknown });
  });
