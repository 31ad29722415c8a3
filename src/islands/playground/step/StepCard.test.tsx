// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from 'vitest';
import { authCodePkce } from '#flows/auth-code-pkce.ts';
import { draw, waitFor } from '#islands/parts/testing/draw.ts';
import { createDesk } from '../model/desk.ts';
import { FakeTab } from '../model/testing/fake-surroundings.ts';
import { jsonAnswer, tokenAnswer, untilCode } from '../model/testing/walk.ts';
import { notePress } from './arrival.ts';
import { StepCard } from './StepCard.tsx';

// What a page loads with the first answer and the first request is here already.
beforeAll(() => Promise.all([import('../answer/After.tsx'), import('./RequestParts.tsx')]));

/** The open step's card, on the page that is the playground. */
async function drawn() {
  const tab = new FakeTab();
  const desk = createDesk(tab, authCodePkce, true);
  desk.start();
  const playground = desk.playground.value;
  const view = await draw(
    <div class="pg" data-layout="full">
      <StepCard playground={playground} desk={desk} known={[]} level="h2" />
    </div>,
  );
  const title = () => document.querySelector<HTMLElement>('#pg-step-title');
  const press = async (name: string): Promise<void> => {
    notePress();
    await view.user.click(await view.findByRole('button', { name }));
  };
  return { ...view, tab, playground, title, press };
}

describe('the card of the open step', () => {
  it('is an article named by the step’s title, which says where it stands', async () => {
    const { getByRole, getByText, title } = await drawn();
    const [first] = authCodePkce.steps;
    const card = getByRole('article', { name: first?.title ?? '' });
    expect(title()?.tagName).toBe('H2');
    expect(card.contains(getByText(`Step 1 of ${authCodePkce.steps.length}`))).toBe(true);
  });

  it('takes the reader who pressed on to the next step’s title', async () => {
    const { press, title, getByText } = await drawn();
    await press('Make the three');
    await press('See the sign-in request');
    expect(title()?.textContent).toBe(authCodePkce.steps[1]?.title);
    expect(getByText(`Step 2 of ${authCodePkce.steps.length}`)).toBeDefined();
    await waitFor(() => expect(document.activeElement).toBe(title()));
  });

  it('sends with Control and Enter, and goes on with Control and the right arrow', async () => {
    const { user, playground, title, findByRole } = await drawn();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await findByRole('button', { name: 'See the sign-in request' });
    expect(playground.request.answer.value.kind).toBe('made');
    await user.keyboard('{Control>}{ArrowRight}{/Control}');
    expect(title()?.textContent).toBe(authCodePkce.steps[1]?.title);
    await waitFor(() => expect(document.activeElement).toBe(title()));
  });

  it('says what a step waits for that has nothing of its own to send', async () => {
    const { playground, findByText, getByText } = await drawn();
    playground.openStep('sign-in');
    await findByText('This happens in the window that step 2 opens.');
    playground.openStep('return');
    await findByText('Nothing yet: the authorization server answers after the sign-in.');
    expect(getByText('Back to step 2')).toBeDefined();
  });

  it('keeps its button and the focus while the request is away; a second press sends nothing', async () => {
    const { tab, playground, user, findByRole, queryByRole } = await drawn();
    await untilCode(tab, playground);
    playground.openStep('token');
    let answer = (): void => undefined;
    const waits = new Promise<void>((resolve) => (answer = resolve));
    tab.answers.set('POST /restapi/oauth/token', () => waits.then(jsonAnswer(200, tokenAnswer)));
    const send = await findByRole('button', { name: 'Send' });
    expect(send.getAttribute('aria-keyshortcuts')).toBe('Control+Enter');
    await user.click(send);
    await waitFor(() => expect(send.textContent).toBe('Sending…'));
    expect(send.getAttribute('aria-disabled')).toBe('true');
    expect((send as HTMLButtonElement).disabled).toBe(false);
    expect(document.activeElement).toBe(send);
    await user.click(send);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(tab.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);

    expect(queryByRole('region', { name: 'Answer' })).toBeNull();
    answer();
    const region = await findByRole('region', { name: 'Answer' });
    expect(region.textContent).toContain('200');
    await findByRole('button', { name: 'Send again' });
  });
});
