import type { JobName, Jobs } from './jobs.ts';

type Doers = { [Name in JobName]: (ask: Jobs[Name]['ask']) => Promise<Jobs[Name]['answer']> };

/** Each brings what it needs. */
const doers: Doers = {
  'write link': async ({ shown, settings, page }) => {
    const { writeCaseLink } = await import('#diagnosis/report/case-link.ts');
    return writeCaseLink(shown, settings, page);
  },
  'read link': async ({ fragment }) => {
    const { readCaseLink } = await import('#diagnosis/report/case-link.ts');
    return readCaseLink(fragment, Date.now());
  },
  report: async ({ shown, as, settings }) => {
    const { reportOf } = await import('#diagnosis/report/report.ts');
    return reportOf(shown, as, settings);
  },
  'corpus case': async ({ shown, cause, settings }) => {
    const { corpusCaseOf } = await import('#diagnosis/report/corpus-case.ts');
    return corpusCaseOf(shown, cause, settings);
  },
  'open event': async ({ id, origin }) => {
    const { openEvent } = await import('./open-event.ts');
    return openEvent(id, (path) => fetch(`${origin}${path}`));
  },
  prove: async (ask) => (await import('./prove.ts')).prove(ask),
};

addEventListener(
  'message',
  ({ data: { name, ask } }: MessageEvent<{ name: JobName; ask: unknown }>) => {
    void doers[name](ask as never).then(
      (answer) => postMessage({ answer }),
      () => postMessage({}),
    );
  },
);
