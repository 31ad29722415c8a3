import type { Page } from '@playwright/test';
import type { FlowName } from '../../src/flows/ids.ts';
import type { Between } from './support/flow-walk.ts';
import { card, flows, open, root, runStep, runToTheEnd } from './support/flow-walk.ts';
import { copyIsWhole, expect, test, WorkerStopper } from './support/static-site.ts';

const api = '/restapi/v1.0/account/~/extension/~';
const signedIn = [
  'GET /restapi/oauth/authorize 200',
  'POST /restapi/oauth/authorize/sign-in 303',
  'GET /restapi/oauth/authorize/consent 200',
  'POST /restapi/oauth/authorize/consent 303',
  'GET /callback/ 200',
];
const token = 'POST /restapi/oauth/token 200';
const revoke = 'POST /restapi/oauth/revoke 200';

/** What each flow's transcript reads at its end, typed by hand from the flow's guide. */
const transcripts: Record<FlowName, string[]> = {
  'auth-code-pkce': [...signedIn, token, `GET ${api} 200`, token, revoke],
  'auth-code': [...signedIn, token, `GET ${api} 200`, token, revoke],
  implicit: [...signedIn, `GET ${api} 200`, revoke],
  password: [token, `GET ${api} 200`, token, revoke],
  'refresh-token': [token, `GET ${api} 200`, token, `GET ${api} 401`, `GET ${api} 200`, token],
  jwt: [token, `GET ${api} 200`, token, revoke],
  revocation: [token, `GET ${api} 200`, revoke, `GET ${api} 401`, 'POST /restapi/oauth/token 400'],
  'call-the-api': [
    token,
    `GET ${api} 200`,
    'GET /restapi/v1.0/account/~/extension 200',
    `GET ${api}/call-log 200`,
  ],
};

const rows = (page: Page) =>
  root(page).getByRole('region', { name: 'Transcript' }).getByRole('listitem');

/** The transcript, a line a request: method, path and status. */
const transcript = (page: Page): Promise<string[]> =>
  rows(page).evaluateAll((items) =>
    items.map((item) =>
      [item.querySelector('code')?.textContent, item.querySelector('b')?.textContent].join(' '),
    ),
  );

/** The transcript has every request of the flow, and nothing else. */
const isWhole = (page: Page, id: FlowName): Promise<void> =>
  // The requests of a sign-in are told by the stream, which a stopped worker ends for a while.
  expect.poll(() => transcript(page), { timeout: 30_000 }).toEqual(transcripts[id]);

/** Walks a flow to its end; `between` runs before each press. */
async function walk(page: Page, id: FlowName, between: Between): Promise<void> {
  const flow = flows.find((one) => one.id === id);
  for (const index of flow?.steps.keys() ?? []) await runStep(page, id, index, between);
  await expect(card(page).getByText(flow?.end ?? '')).toBeVisible();
  await isWhole(page, id);
}

for (const { id, steps } of flows) {
  const refuses = steps.some(({ expects }) => expects === 'refusal');

  // PKCE on the static build is walked every day, in worker.spec.ts.
  test.describe(`${id} on the static build, to its last answer`, () => {
    test.beforeEach(({ expected }) => {
      if (refuses) expected.push(/status of 40[01]/);
    });

    test('on a first visit, with the worker stopped before every press', async ({
      page,
      context,
    }) => {
      await open(page, `#flow=${id}`);
      // Chromium itself falls over when a worker is stopped while it fills its first copy.
      await copyIsWhole(page);
      const stopper = await WorkerStopper.attach(context, page);
      let stops = 0;
      await walk(page, id, async () => {
        await stopper.stop();
        stops += 1;
      });
      expect(stops).toBeGreaterThanOrEqual(steps.length - 2);
    });

    test('by itself, with one press of Run to here', async ({ page }) => {
      await open(page, `#flow=${id}`);
      await runToTheEnd(page, id);
      await isWhole(page, id);
    });

    test('with the network off after one visit, and the worker stopped then', async ({
      page,
      context,
      site,
      expected,
    }) => {
      // The browser looks for a newer worker at each visit.
      expected.push(/fetching the script/, /ERR_CONNECTION_REFUSED/);
      await page.goto('/');
      await copyIsWhole(page);
      await site.stop();
      await open(page, `#flow=${id}`);
      const stopper = await WorkerStopper.attach(context, page);
      let presses = 0;
      await walk(page, id, async () => {
        presses += 1;
        if (presses === 2) await stopper.stop();
      });
      expect(presses).toBeGreaterThan(2);
    });
  });
}
