import { beforeEach, describe, expect, it } from 'vitest';
import { createSandboxApi } from '#islands/sandbox-api/sandbox-api.ts';
import { type FakeStorage, fakeStorage } from '#islands/storage/testing/fake-storage.ts';
import { webRandom } from '#protocol/random.ts';
import { challenges } from '#sandbox/certify/challenges.ts';
import { createSandbox } from '#sandbox/sandbox.ts';
import { createMemoryStore } from '#sandbox/store/memory.ts';
import { type Certify, createCertify, mostSeconds } from './certify.ts';
import { createControl } from './control.ts';
import type { Host } from './surroundings.ts';

const origin = 'http://localhost:4321';
const mine = 'sandbox-server-only';
const only = (...ids: string[]) => challenges.filter(({ id }) => ids.includes(id));

let now: number;
let session: FakeStorage;
let local: FakeStorage;
let answer: (request: Request) => Promise<Response>;
/** What happens beside the page: the program and its user, at each wait. */
let beside: () => Promise<void>;
let leave: () => void;
let closed: number;

beforeEach(() => {
  now = 1_700_000_000_000;
  closed = 0;
  session = fakeStorage();
  local = fakeStorage();
  const clock = { now: () => now };
  const sandbox = createSandbox({
    ...{ store: createMemoryStore(), clock, random: webRandom },
    siteOrigins: [origin],
  });
  answer = (request) => sandbox.fetch(request, { browser: '' });
  beside = () => Promise.resolve();
});

function start({ host = 'node' as Host, fragment = '' } = {}): Certify {
  const fetch = (request: Request) => answer(request);
  const wait = async (milliseconds: number): Promise<void> => {
    now += milliseconds;
    await beside();
  };
  const certify = createCertify({
    ...{ origin, session, local },
    askHost: () => Promise.resolve(host),
    listApps: () => createSandboxApi({ fetch, origin }).listApps(),
    control: createControl({ fetch, origin }),
    loadLesson: (language) => Promise.resolve(`the lesson in ${language}`),
    wait,
    listen: () => ({ wait, close: () => void (closed += 1) }),
    clock: { now: () => now },
    fragment: () => fragment,
    watchLeaving: (leaves) => {
      leave = leaves;
      return () => undefined;
    },
  });
  certify.begin();
  return certify;
}

const inForce = async () => {
  const response = await answer(new Request(`${origin}/sandbox/api/faults`));
  return ((await response.json()) as { inForce: { fault: string }[] }).inForce;
};
const give = (fault: string) =>
  answer(
    new Request(`${origin}/sandbox/api/apps/${mine}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ fault }),
    }),
  );

/** A program that signs in once and calls the API as often as it is told, without a wait between. */
function program(calls: number) {
  let token = '';
  return async (): Promise<void> => {
    if (token !== '') return;
    const signedIn = await answer(
      new Request(`${origin}/restapi/oauth/token`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${btoa(`${mine}:${mine}-secret`)}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: 'grant_type=password&username=%2B18335550100*101&password=sandbox-password',
      }),
    );
    token = ((await signedIn.json()) as { access_token: string }).access_token;
    for (let at = 0; at < calls; at += 1) {
      await answer(
        new Request(`${origin}/restapi/v1.0/account/~/extension/~`, {
          headers: { authorization: `Bearer ${token}` },
        }),
      );
    }
  };
}

describe('a run from the page', () => {
  it.each([
    [2, 'failed', 'The same call after 0 seconds.'],
    [1, 'passed', 'The call was not sent again.'],
  ])('judges what the program sent: %i calls, %s', async (calls, verdict, received) => {
    const certify = start();
    certify.name(mine);
    beside = program(calls);
    await certify.start(only('retry-after'));
    expect(certify.results.value).toMatchObject([
      { challenge: { id: 'retry-after' }, verdict, received, exchange: expect.any(Object) },
    ]);
    expect(certify.notRun.value).toHaveLength(challenges.length - 1);
    expect(await inForce()).toEqual([]);
  });

  it('tells the challenge that stands, what came and how long it waits', async () => {
    const certify = start();
    certify.name(mine);
    const seen: unknown[] = [];
    certify.now.subscribe((standing) => {
      if (standing)
        seen.push([standing.at, standing.of, standing.log.length, standing.secondsLeft]);
    });
    beside = program(1);
    await certify.start(only('retry-after', 'backs-off'));
    expect(seen[0]).toEqual([1, 2, 0, mostSeconds]);
    expect(seen).toContainEqual([1, 2, 2, mostSeconds]);
    expect(seen.at(-1)).toEqual([2, 2, expect.any(Number), 0]);
    expect(certify.now.value).toBeUndefined();
  });

  it('a challenge that the program never comes to is not reached, after its time', async () => {
    const certify = start();
    certify.name(mine);
    const begun = now;
    await certify.start(only('altered-state'));
    expect(certify.results.value).toMatchObject([{ verdict: 'not-reached' }]);
    expect((now - begun) / 1000).toBeCloseTo(mostSeconds, 0);
  });

  it('ends a second after the reader did everything', async () => {
    const certify = start();
    certify.name(mine);
    const begun = now;
    beside = () => Promise.resolve(certify.done());
    await certify.start(only('altered-state'));
    expect(certify.results.value).toMatchObject([{ verdict: 'not-reached' }]);
    expect(now - begun).toBeLessThan(2000);
  });

  it('is cancelled: what came stays, and what was changed is put back', async () => {
    const certify = start();
    certify.name(mine);
    beside = () =>
      Promise.resolve(certify.results.value.length > 0 ? certify.cancel() : certify.done());
    await certify.start(only('altered-state', 'wrong-iss', 'backs-off'));
    expect(certify.results.value.map(({ challenge }) => challenge.id)).toEqual(['altered-state']);
    expect(certify.notice.value?.text).toMatch(/^The run was cancelled/);
    expect([certify.isRunning.value, closed, await inForce()]).toEqual([false, 1, []]);
  });

  it('puts back what it changed when the page is left in the middle', async () => {
    const certify = start();
    certify.name(mine);
    const left: unknown[] = [];
    beside = async () => {
      leave();
      await new Promise((resolve) => setTimeout(resolve, 20));
      left.push(await inForce());
    };
    await certify.start(only('altered-state'));
    expect(left[0]).toEqual([]);
    expect(certify.results.value).toEqual([]);
  });

  it('begins once, however often it is pressed', async () => {
    const certify = start();
    certify.name(mine);
    beside = () => Promise.resolve(certify.done());
    const first = certify.start(only('altered-state'));
    await certify.start(only('wrong-iss'));
    await first;
    expect(certify.results.value.map(({ challenge }) => challenge.id)).toEqual(['altered-state']);
  });
});

describe('where nothing can be run', () => {
  it('an app that nobody named, and one that the sandbox does not have, are told at the field', async () => {
    const certify = start();
    await certify.start(challenges);
    expect(certify.fieldProblem.value).toBe('Enter the client ID of your program’s app.');
    certify.name('nobody');
    expect(certify.fieldProblem.value).toBeUndefined();
    await certify.start(challenges);
    expect(certify.fieldProblem.value).toBe('No app has this client id.');
    expect([certify.results.value, certify.isRunning.value]).toEqual([[], false]);
  });

  it.each([
    ['nobody answers', () => Promise.reject(new TypeError('Failed')), 'npm start'],
    [
      'a page answers',
      () => Promise.resolve(new Response('<!doctype html>')),
      'not from the sandbox',
    ],
  ])('%s', async (_, other, words) => {
    const certify = start();
    certify.name(mine);
    answer = other;
    await certify.start(challenges);
    expect(certify.notice.value?.text).toContain(words);
    expect(certify.isRunning.value).toBe(false);
  });

  it('a server that stops in the middle ends the run, and what came stays', async () => {
    const certify = start();
    certify.name(mine);
    beside = () => {
      if (certify.results.value.length > 0) answer = () => Promise.reject(new TypeError('Failed'));
      else certify.done();
      return Promise.resolve();
    };
    await certify.start(only('altered-state', 'wrong-iss'));
    expect(certify.notice.value?.text).toContain('npm start');
    expect(certify.results.value).toHaveLength(1);
  });

  it('a fault that somebody else gave is left alone', async () => {
    const certify = start();
    certify.name(mine);
    await give('html-body');
    await certify.start(only('altered-state'));
    expect(certify.notice.value).toEqual({
      text: expect.stringContaining('“HTML instead of JSON”'),
      href: `/console/#section=faults&app=${mine}`,
    });
    expect(await inForce()).toMatchObject([{ fault: 'html-body' }]);
  });
});

describe('what stays', () => {
  it('results outlive a reload of the tab, by app', async () => {
    const certify = start();
    certify.name(mine);
    beside = program(2);
    await certify.start(only('retry-after'));
    const later = start();
    expect(later.clientId.value).toBe(mine);
    expect(later.results.value).toMatchObject([
      { challenge: { id: 'retry-after' }, verdict: 'failed', exchange: { id: expect.any(String) } },
    ]);
    expect([...session.texts.values()].join()).not.toMatch(/Bearer|secret|password/);
    later.name('sandbox-jwt');
    beside = () => Promise.resolve(later.done());
    await later.start(only('altered-state'));
    expect(later.results.value.map(({ challenge }) => challenge.id)).toEqual(['altered-state']);
    expect(later.report()).toContain('# Certification of `sandbox-jwt`\n');
  });

  it('a result takes the place of the one before', async () => {
    const certify = start();
    certify.name(mine);
    beside = program(2);
    await certify.start(only('retry-after'));
    beside = program(1);
    await certify.start(certify.notPassed.value.map(({ challenge }) => challenge));
    expect(certify.results.value).toMatchObject([{ verdict: 'passed' }]);
    expect(certify.notPassed.value).toEqual([]);
  });

  it('the language is the one that the reader chose anywhere on the site, and an address names the app', async () => {
    local.texts.set('authorization-flows:language', 'ruby');
    const certify = start({ fragment: `#app=${mine}` });
    expect([certify.language.value, certify.clientId.value]).toEqual(['ruby', mine]);
    certify.chooseLanguage('php');
    expect(local.texts.get('authorization-flows:language')).toBe('php');
    await Promise.resolve();
    expect(certify.lesson.value).toBe('the lesson in php');
  });

  it('asks a sandbox in the tab for nothing', async () => {
    const certify = start({ host: 'tab' });
    await Promise.resolve();
    expect([certify.host.value, certify.apps.value]).toEqual(['tab', []]);
  });
});
