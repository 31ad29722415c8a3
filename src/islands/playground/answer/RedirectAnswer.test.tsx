import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import type { Redirect } from '../model/kept-state.ts';
import { RedirectAnswer } from './RedirectAnswer.tsx';

const answer: Redirect = {
  kind: 'redirect',
  url: 'http://localhost:4321/callback/?code=SANDBOX-code&state=abc',
  outcome: 'code',
  state: 'matches',
  parameters: [
    { name: 'code', value: 'SANDBOX-code' },
    { name: 'state', value: 'abc' },
  ],
  receivedAt: 0,
  exchange: {
    id: 'e1',
    from: 'authorization-server',
    to: 'browser',
    startedAt: 0,
    request: { method: 'GET', url: 'http://localhost:4321/callback/', headers: [] },
  },
};
const markup = (status: number | undefined) =>
  render(<RedirectAnswer answer={answer} status={status} known={[]} />);
/** Everything from the address to the end of the list of parameters. */
const facts = (html: string) => {
  const from = html.indexOf('<pre class="pg-code pg-location">');
  return { before: html.slice(0, from), rest: html.slice(from) };
};

it.each([302, 303])(
  'the status %i comes later than its answer, and moves nothing of it',
  (status) => {
    const early = facts(markup(undefined));
    const late = facts(markup(status));
    // Above the address only the word in the head differs.
    expect(late.before.replace(/(?<=pg-status">)[^<]+/, 'Redirect')).toBe(early.before);
    expect(late.rest.startsWith(early.rest.replace('</section>', ''))).toBe(true);
    expect(late.rest).toContain('RFC 9110');
  },
);
