import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { FlowName } from '../../../src/flows/ids.ts';
import { flowNames } from '../../../src/flows/ids.ts';
import { loadFlow } from '../../../src/flows/registry.ts';
import { allow } from './playground.ts';

/** Walks any flow of the playground by its own data, on whichever host serves the page. */

export const flows = await Promise.all(flowNames.map(loadFlow));

export const root = (page: Page): Locator =>
  page.getByRole('region', { name: 'Playground', exact: true });
export const card = (page: Page): Locator => root(page).getByRole('article');
export const button = (page: Page, name: string): Locator =>
  card(page).getByRole('button', { name, exact: true });
export const send = (page: Page): Locator =>
  card(page)
    .getByRole('button', { name: /^Send( again)?$/ })
    .first();

/** What happens before each press, such as a worker that is stopped. */
export type Between = () => Promise<void>;
export const nothing: Between = () => Promise.resolve();

export async function open(page: Page, link: string): Promise<void> {
  await page.goto(`/playground/${link}`);
  await expect(root(page)).toHaveAttribute('data-ready', 'true');
}

/** Opens a step from the diagram. */
export async function openStep(page: Page, number: number): Promise<void> {
  await root(page)
    .getByRole('list', { name: 'Steps of the flow' })
    .getByRole('button', { name: new RegExp(`^Step ${number},`) })
    .click();
  await expect(card(page).getByText(new RegExp(`^Step ${number} of `))).toBeVisible();
}

/** Goes through the sign-in window that a press opens. */
export async function signIn(
  page: Page,
  press: () => Promise<void>,
  between = nothing,
): Promise<void> {
  const [window] = await Promise.all([page.waitForEvent('popup'), press()]);
  await allow(window, between);
}

/** Runs the open step as its kind wants it. */
export async function runStep(
  page: Page,
  id: FlowName,
  index: number,
  between = nothing,
): Promise<void> {
  const step = flows.find((flow) => flow.id === id)?.steps[index];
  if (!step) throw new Error(`${id} has no step ${index + 1}`);
  if (step.kind === 'sign-in' || step.kind === 'return') return;
  await openStep(page, index + 1);
  if (step.kind === 'prepare') {
    await between();
    await button(page, step.send?.first ?? '').click();
    await expect(card(page).getByRole('region', { name: 'Made' })).toBeVisible();
    return;
  }
  if (step.kind === 'navigate') {
    await card(page).getByLabel('In a separate window').check();
    await between();
    await signIn(page, () => button(page, 'Go to the sign-in').click(), between);
    await expect(card(page).getByText('to your redirect URI')).toBeVisible();
    return;
  }
  await between();
  await send(page).click();
  const status = step.expects === 'refusal' ? /^40[01]/ : '200 OK';
  await expect(card(page).locator('.pg-answer-head').getByText(status)).toBeVisible();
}

/** Opens a flow's last step, has everything before it run by itself, and sends it. */
export async function runToTheEnd(page: Page, id: FlowName): Promise<void> {
  const steps = flows.find((flow) => flow.id === id)?.steps ?? [];
  await openStep(page, steps.length);
  await button(page, 'Run to here').click();
  const here = card(page).getByText(new RegExp(`^Step ${steps.length} of `));
  await expect(send(page)).toBeVisible({ timeout: 15_000 });
  await expect(here).toBeVisible();
  await send(page).click();
  const status = steps.at(-1)?.expects === 'refusal' ? /^40[01]/ : '200 OK';
  await expect(card(page).locator('.pg-answer-head').getByText(status)).toBeVisible();
}

/** Runs a flow's steps up to and without one, which is then open. */
export async function runUntil(page: Page, id: FlowName, stop: string): Promise<void> {
  const steps = flows.find((flow) => flow.id === id)?.steps ?? [];
  for (const [index, step] of steps.entries()) {
    if (step.id === stop) return openStep(page, index + 1);
    await runStep(page, id, index);
  }
}
