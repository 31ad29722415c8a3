import type { Page } from '@playwright/test';
import { loadMistakes } from '../../src/flows/mistake-registry.ts';
import { flowTitles } from '../../src/flows/ids.ts';
import { expectNoViolations } from './support/axe.ts';
import {
  button,
  card,
  flows,
  open,
  openStep,
  root,
  runStep,
  runToTheEnd,
  runUntil,
  send,
  signIn,
} from './support/flow-walk.ts';
import { expect, test } from './support/test.ts';

/** The card that explains a refusal. */
const told = (page: Page) => card(page).getByRole('region', { name: 'What happened' });

test.describe('every flow, from its first step to its last', () => {
  for (const flow of flows) {
    for (const width of [1440, 390]) {
      test(`${flow.id} at ${width} px, axe before and after`, async ({
        page,
        expectedRefusals,
      }) => {
        if (flow.steps.some(({ expects }) => expects)) {
          expectedRefusals.add(400).add(401);
        }
        await page.setViewportSize({ width, height: 1000 });
        await open(page, `#flow=${flow.id}`);
        await expect(page.getByRole('combobox', { name: 'Flow' })).toHaveValue(flow.id);
        await expectNoViolations(page);
        for (const [index, { expects }] of flow.steps.entries()) {
          await runStep(page, flow.id, index);
          // A run in which nothing went wrong explains nothing.
          if (!expects) await expect(told(page)).toHaveCount(0);
        }
        const back = flow.steps.findIndex(({ kind }) => kind === 'return');
        if (back >= 0) {
          await openStep(page, back + 1);
          await expect(card(page).getByText('to your redirect URI')).toBeVisible();
          await expect(told(page)).toHaveCount(0);
          await openStep(page, flow.steps.length);
        }
        await expect(card(page).getByText(flow.end)).toBeVisible();
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBe(0);
        await expectNoViolations(page);
      });
    }
  }
});

/** For each step the first of its mistakes that is made by a press alone; a step that shows a refusal may have none. */
const breaks = await Promise.all(
  flows.map(async (flow) => {
    const mistakes = await loadMistakes(flow.id);
    return flow.steps.flatMap((step) => {
      const mistake = mistakes.find(
        ({ step: at, when, wait, repeat }) =>
          at === step.id &&
          (when === undefined || when === flow.clientType) &&
          wait === undefined &&
          repeat === undefined,
      );
      return mistake ? [{ flow, step, mistake }] : [];
    });
  }),
);

// Every mistake is sent to the real sandbox by the unit tests each day; the long run presses each.
test.describe('broken on purpose', () => {
  for (const { flow, step, mistake } of breaks.flat()) {
    test(`${flow.id}, ${step.id}: ${mistake.id}`, async ({ page, expectedRefusals }) => {
      expectedRefusals.add(400).add(401).add(415);
      await open(page, `#flow=${flow.id}`);
      await openStep(page, flow.steps.indexOf(step) + 1);
      const row = root(page)
        .getByRole('region', { name: 'Break it on purpose' })
        .getByRole('button', { name: mistake.title });
      await row.click();
      const strip = card(page).getByRole('region', { name: 'Broken on purpose' });
      await strip.getByRole('radio').first().check();
      await strip.getByRole('button', { name: 'Show the prediction' }).click();
      await expect(strip.getByText(/^Predicted:/)).toBeVisible();
      // What it takes is got meanwhile, by itself.
      await expect(row.getByText('Ready')).toBeVisible();

      if (step.kind === 'navigate') {
        const again = button(page, 'Go to the sign-in').or(button(page, 'Sign in again'));
        const [window] = await Promise.all([page.waitForEvent('popup'), again.first().click()]);
        // A redirect closes it by itself; an error that is shown stays.
        // It may lead to the step of the redirect: the strip goes along.
        await expect(strip.locator('.pg-compare .pg-check-allowed')).toBeVisible();
        if (!window.isClosed()) await window.close();
        await signIn(page, () => button(page, 'Put it right and send').click());
        await expect(card(page).getByText('to your redirect URI')).toBeVisible();
        return;
      }
      await send(page).click();
      await expect(row.getByText('as predicted', { exact: true })).toBeVisible();
      await button(page, 'Put it right and send').click();
      await expect(strip).toBeHidden();
      await expect(card(page).locator('.pg-answer-head').getByText('200 OK')).toBeVisible();
    });
  }
});

test(
  'one mistake after the other, with nothing to do between them',
  { tag: '@daily' },
  async ({ page, expectedRefusals }) => {
    expectedRefusals.add(400);
    await open(page, '#flow=auth-code-pkce');
    await openStep(page, 5);
    const panel = root(page).getByRole('region', { name: 'Break it on purpose' });
    const strip = card(page).getByRole('region', { name: 'Broken on purpose' });
    await panel.getByRole('button', { name: 'Send a wrong verifier' }).click();
    for (const tried of [1, 2, 3]) {
      await expect(panel.getByText('Ready')).toBeVisible();
      await send(page).click();
      await expect(panel.getByText('as predicted', { exact: true })).toHaveCount(tried);
      await strip.getByRole('button', { name: 'Try the next mistake' }).click();
    }
    await expectNoViolations(page);
  },
);

test.describe('the clock', () => {
  test('passes the access token’s life, and comes back', async ({ page, expectedRefusals }) => {
    expectedRefusals.add(401);
    await open(page, '#flow=jwt');
    await runUntil(page, 'jwt', 'api');
    const clock = root(page).getByRole('region', { name: 'Sandbox clock' });
    await expect(clock.getByText('The whole sandbox has one clock')).toBeVisible();
    await clock.getByRole('button', { name: /\+1 h/ }).click();
    await expect(clock.getByText('1 hour 1 second ahead')).toBeVisible();
    await send(page).click();
    await expect(
      card(page).getByRole('heading', { name: 'This access token has expired' }),
    ).toBeVisible();
    await expectNoViolations(page);
    await clock.getByRole('button', { name: 'Back to real time' }).click();
    await expect(clock.getByText('ahead')).toBeHidden();
    await send(page).click();
    await expect(card(page).locator('.pg-answer-head').getByText('200 OK')).toBeVisible();
  });
});

test.describe('tokens shown', () => {
  test('a JWT decoded, an opaque token asked about', async ({ page }) => {
    await open(page, '#flow=jwt');
    await runUntil(page, 'jwt', 'api');
    const values = root(page).getByRole('region', { name: 'Values so far' });
    await values.getByRole('button', { name: 'Look inside assertion' }).click();
    await expect(values.getByText('RS256')).toBeVisible();
    await expect(values.getByText('Nothing in its text is wrong')).toBeVisible();
    await values.getByRole('button', { name: 'Look inside access_token' }).click();
    await values.getByRole('button', { name: 'Ask the sandbox what it means' }).click();
    await expect(values.getByText('extension 101', { exact: true })).toBeVisible();
    await expect(values.getByText('RingCentral has no call for this')).toBeVisible();
    await expectNoViolations(page);
  });
});

for (const { id, title, steps } of flows) {
  const tag = id === 'auth-code-pkce' ? ['@daily'] : [];
  test(
    `${title}: Run to here runs what comes before, by itself`,
    { tag },
    async ({ page, expectedRefusals }) => {
      if (steps.some(({ expects }) => expects === 'refusal')) expectedRefusals.add(400).add(401);
      await open(page, `#flow=${id}`);
      await runToTheEnd(page, id);
      await expectNoViolations(page);
    },
  );
}

test.describe('from one flow to the next', () => {
  test(
    'log in, call, refresh, the old token fails, revoke, call again',
    { tag: '@daily' },
    async ({ page, expectedRefusals }) => {
      expectedRefusals.add(400).add(401);
      await open(page, '#flow=jwt');
      await runUntil(page, 'jwt', 'refresh');
      const select = page.getByRole('combobox', { name: 'Flow' });
      await select.selectOption({ label: flowTitles['refresh-token'] });
      await expect(card(page).getByText('From JWT.')).toBeVisible();
      await expect(page).toHaveURL(/#flow=refresh-token$/);
      for (const index of [1, 2, 3, 4, 5]) await runStep(page, 'refresh-token', index);
      await button(page, flowTitles.revocation).click();
      await expect(card(page).getByText('From Refresh token.')).toBeVisible();
      for (const index of [1, 2, 3, 4]) await runStep(page, 'revocation', index);
      await expect(card(page).getByText('The server refused, as it should')).toBeVisible();
    },
  );
});

test.describe('links', () => {
  test('name a flow and an app, and carry no secret', { tag: '@daily' }, async ({ page }) => {
    await open(page, '#flow=auth-code&app=sandbox-public-web');
    await expect(root(page).getByText('sandbox-public-web').first()).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Flow' })).toHaveValue('auth-code');
    expect(page.url()).not.toContain('secret');
    const kept = await page.evaluate(() => JSON.stringify(localStorage));
    expect(kept).not.toContain('secret');
  });

  test('name a mistake, which is made ready', async ({ page }) => {
    await open(page, '#flow=auth-code-pkce&mistake=authorize-slash');
    await expect(
      card(page).getByRole('heading', { name: 'Leave the slash off redirect_uri' }),
    ).toBeVisible();
  });

  test('to an app that is gone explain themselves, and lead on', async ({
    page,
    expectedRefusals,
  }) => {
    expectedRefusals.add(404);
    await open(page, '#flow=jwt&app=no-such-app');
    await expect(root(page).getByText('The sandbox has no app')).toBeVisible();
    await expectNoViolations(page);
    await root(page).getByRole('button', { name: 'Use sandbox-jwt' }).click();
    await expect(page).toHaveURL(/#flow=jwt&app=sandbox-jwt$/);
    await expect(root(page).getByText('The sandbox has no app')).toBeHidden();
  });

  test('to an app whose settings forbid the flow say so', async ({ page }) => {
    await open(page, '#flow=password&app=sandbox-server-web');
    await expect(root(page).getByText('may not use this flow')).toBeVisible();
    await expect(root(page).getByText('OAU-251')).toBeVisible();
    await expectNoViolations(page);
  });

  for (const bad of ['#flow=%00', '#flow=none', '#flow=jwt&flow=jwt', '#flow=jwt&token=x']) {
    test(`${bad} is read as nothing, and said so`, async ({ page }) => {
      await open(page, bad);
      await expect(
        root(page).getByText('cannot read a flow or an app from this link'),
      ).toBeVisible();
      await expect(page.getByRole('combobox', { name: 'Flow' })).toHaveValue('auth-code-pkce');
    });
  }
});

test.describe('the request as code', () => {
  test('in nine ways, remembered, with secrets from the environment', async ({ page }) => {
    await open(page, '#flow=jwt');
    await runUntil(page, 'jwt', 'token');
    const tabs = card(page).getByRole('tablist', { name: 'The request as' });
    const unfold = card(page).getByRole('button', { name: 'As HTTP, curl' });
    await unfold.click();
    await expect(tabs.getByRole('tab')).toHaveText([
      'HTTP',
      'curl',
      'JavaScript',
      'PHP',
      'Python',
      'Ruby',
      'Java',
      'C#',
      'PowerShell',
    ]);
    const http = card(page).getByRole('tabpanel', { name: 'HTTP', exact: true });
    await expect(http).toContainText('{{RC_USER_JWT}}');
    for (const name of [
      'curl',
      'PowerShell',
      'JavaScript',
      'PHP',
      'Python',
      'Ruby',
      'Java',
      'C#',
    ]) {
      await tabs.getByRole('tab', { name, exact: true }).click();
      const panel = card(page).getByRole('tabpanel', { name, exact: true });
      await expect(panel).toContainText('RC_USER_JWT');
      await expect(panel).toContainText('RC_APP_CLIENT_SECRET');
      await expect(panel).not.toContainText('sandbox-jwt-secret');
    }
    await page.reload();
    await expect(root(page)).toHaveAttribute('data-ready', 'true');
    await unfold.click();
    await expect(tabs.getByRole('tab', { name: 'C#', exact: true })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await expectNoViolations(page);
  });
});

test.describe('storage', () => {
  test('cleared in the middle of a flow: the flow goes on, and a reload starts it over', async ({
    page,
  }) => {
    await open(page, '#flow=jwt');
    await runUntil(page, 'jwt', 'token');
    await page.evaluate(() => sessionStorage.clear());
    await send(page).click();
    await expect(card(page).locator('.pg-answer-head').getByText('200 OK')).toBeVisible();
    // What the answer changed is written down a moment after it is shown.
    const kept = 'authorization-flows:playground:jwt';
    await page.waitForFunction(
      (key) => sessionStorage.getItem(key)?.includes('"access_token":{"value"'),
      kept,
    );
    await page.evaluate(() => sessionStorage.clear());
    await page.reload();
    await expect(root(page)).toHaveAttribute('data-ready', 'true');
    await expect(card(page).getByText('Step 1 of 5')).toBeVisible();
  });

  test('with what cannot be read: said once, and the flow starts empty', async ({ page }) => {
    await page.addInitScript(() => {
      sessionStorage.setItem('authorization-flows:playground:jwt', '{"version":1,"values":7}');
      sessionStorage.setItem('authorization-flows:tokens', 'not json');
    });
    await open(page, '#flow=jwt');
    await expect(root(page).getByText('cannot read what this tab kept')).toBeVisible();
    await open(page, '#flow=call-the-api');
    await expect(card(page).getByText('Step 1 of 4')).toBeVisible();
  });
});
