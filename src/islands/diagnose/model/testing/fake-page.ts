import { finding } from '#diagnosis/finding.ts';
import type { Shown } from '#diagnosis/hide/shown.ts';
import type { JobName } from '../../jobs/jobs.ts';
import type { Outcome, Pasted } from '../reader.ts';
import type { Surroundings } from '../surroundings.ts';

/** What a reader shows of a text: one finding, and the word "secret" hidden. */
export function shownOf(text: string): Shown {
  const label = 'masked-client_secret-1-6chars';
  const masked = text.replaceAll(/\bsecret\b/g, label);
  return {
    text: masked,
    repairs: [],
    isCut: false,
    pieces: [],
    findings: [
      finding({
        id: 'OAU-251',
        code: 'OAU-251',
        title: 'The app may not use this flow',
        why: 'Its settings decide.',
        fix: 'Use a flow that it has.',
        lacks: 'Which flow does it use?',
        evidence: [{ source: 'pasted', parameter: 'body', range: { from: 0, to: 3 } }],
      }),
    ],
    removed: masked === text ? [] : [{ of: 'secret', kind: 'client_secret', label, count: 1 }],
    people: {},
  };
}

/** A page without a browser: its reader answers at once, its clock goes on by hand. */
export function fakePage(fragment = '') {
  const asked: (Pasted | 'again')[] = [];
  const copied: string[] = [];
  const done: [JobName, unknown][] = [];
  const timers: { at: number; callback: () => void }[] = [];
  const page = {
    now: 0,
    fragment,
    isForgotten: 0,
    answer: undefined as Outcome | undefined,
    job: undefined as unknown,
    onFragment: (): void => undefined,
  };
  const outcome = (text: string): Outcome =>
    page.answer ??
    (text.trim() === ''
      ? { kind: 'failed', reason: 'empty', message: 'Nothing stands in it.' }
      : { kind: 'shown', shown: shownOf(text) });
  const surroundings: Surroundings = {
    origin: 'https://site.example',
    reader: {
      read: (pasted) => {
        asked.push(pasted);
        return Promise.resolve(outcome('text' in pasted ? pasted.text : pasted.name));
      },
      again: () => {
        asked.push('again');
        return Promise.resolve(outcome('again'));
      },
      warm: () => undefined,
      forget: () => {
        page.isForgotten += 1;
      },
    },
    fragment: () => page.fragment,
    clearFragment: () => {
      page.fragment = '';
    },
    onFragment: (listener) => {
      page.onFragment = listener;
      return () => undefined;
    },
    after: (milliseconds, callback) => {
      const timer = { at: page.now + milliseconds, callback };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0);
    },
    copy: (text) => {
      copied.push(text);
      return Promise.resolve(true);
    },
    doJob: (name, ask) => {
      done.push([name, ask]);
      return Promise.resolve(page.job as never);
    },
    askSandbox: () => Promise.resolve(new Response('{}')),
  };
  const pass = async (milliseconds: number): Promise<void> => {
    page.now += milliseconds;
    for (const timer of timers.filter(({ at }) => at <= page.now)) {
      timers.splice(timers.indexOf(timer), 1);
      timer.callback();
    }
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { page, surroundings, asked, copied, done, pass };
}
