import type { ErrorCode } from '#protocol/errors/codes.ts';
import type { DecidingRule } from '#protocol/errors/deciding-rule.ts';
import { html, whole } from './html.ts';
import { icons } from './icons.ts';
import { ruleName } from './rule-name.ts';
import { hop, layout } from './layout.ts';
import type { Page } from './layout.ts';

/** Why a form cannot go on. */
export type EndedReason = 'over' | 'answered' | 'foreign' | 'app-gone';

const words: Record<
  EndedReason,
  { title: string; why: string; code: ErrorCode; rule: DecidingRule }
> = {
  over: {
    title: 'This page was already used, or was open too long',
    why: 'Each sign-in and consent page works for one press. The Back button, a reload or a second press sends it again, and the server refuses the copy, so that nobody can replay yours.',
    code: 'SANDBOX-AUTHORIZE-4',
    rule: 'AS-066',
  },
  answered: {
    title: 'This page of the sign-in is no longer open',
    why: 'Somebody answered it, or a newer page replaced it. A page of a sign-in works only once, so that nobody can replay yours.',
    code: 'SANDBOX-AUTHORIZE-4',
    rule: 'AS-066',
  },
  foreign: {
    title: 'This sign-in was started in another browser',
    why: 'A sign-in belongs to the browser session that started it. The server refuses a copied page, another site, or a browser whose cookies were cleared, so that nobody can finish a sign-in in your place.',
    code: 'SANDBOX-AUTHORIZE-5',
    rule: 'AS-066',
  },
  'app-gone': {
    title: 'The app was removed while you signed in',
    why: 'Somebody reset the sandbox, or deleted the app in another tab.',
    code: 'SANDBOX-AUTHORIZE-4',
    rule: 'AS-066',
  },
};

/** The code and rule that stand for a reason. */
export function endedFault(reason: EndedReason) {
  const { code, rule } = words[reason];
  return { code, rule } as const;
}

/**
 * A form that cannot go on, with a way on: the same request from its start.
 *
 * @param again a path on this server, checked from scratch when it is followed
 */
export function endedPage(reason: EndedReason, again: string | undefined): Page {
  const { title, why, code, rule } = words[reason];
  return layout(
    { title: `Ended: ${title}`, wire: 'refused' },
    html`${hop('browser', 'server', '400, no redirect')}
      <div role="alert">
        <h1 class="verdict">${icons.warning}<span>${whole(title)}</span></h1>
        <p class="lead">${why}</p>
      </div>
      <section class="next" aria-labelledby="next">
        <h2 id="next">What to do</h2>
        <p>
          ${
            reason === 'answered'
              ? 'Go forward to the app, or close this window and look at the tab that opened it. To sign in once more, start again.'
              : again
                ? 'Start the same sign-in again; nothing was lost.'
                : 'Go back to the app and start its sign-in again.'
          }
        </p>
        <div class="actions">
          ${again ? html`<a class="button primary" href="${again}">Begin again</a>` : ''}
          <a class="button${again ? '' : ' primary'}" href="/playground/">Open the playground</a>
        </div>
      </section>
      <dl class="facts">
        <div>
          <dt>Code and rule</dt>
          <dd><code>${code}</code> ${ruleName(rule)}</dd>
        </div>
      </dl>`,
  );
}
