import type { ErrorCode } from '#protocol/errors/codes.ts';
import type { DecidingRule } from '#protocol/errors/deciding-rule.ts';
import type { Wishes } from '../checks/authorize/wishes.ts';
import type { AppRecord, UserRecord } from '../store/records.ts';
import { userName, userWords } from './demo-user-words.ts';
import { guess } from './guess.ts';
import type { HiddenFields } from './hidden-fields.ts';
import { hiddenFields } from './hidden-fields.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { icons } from './icons.ts';
import { ruleName } from './rule-name.ts';
import { hop, layout } from './layout.ts';
import type { Page } from './layout.ts';
import { wishesView } from './wishes.ts';

/** Why the last attempt was refused, and what to do about it. */
export interface SignInProblem {
  title: string;
  explanation: string;
  /** The code that the app would get, such as `CMN-408`; absent where no code would be sent. */
  code?: ErrorCode;
  rule: DecidingRule;
}

export interface SignInView extends HiddenFields {
  action: string;
  app: AppRecord;
  users: readonly UserRecord[];
  selected: UserRecord;
  password: string;
  /** The company that private apps belong to. */
  ownAccountId: number;
  problem?: SignInProblem;
  /** What the app asked of this page. */
  wishes: Wishes;
}

function choice(user: UserRecord, { selected, ownAccountId }: SignInView): Html {
  const { is, shows } = userWords(user, ownAccountId);
  const checked = user.extensionId === selected.extensionId;
  return html`<label class="choice">
    <input type="radio" name="user" value="${userName(user)}" ${checked ? 'checked' : ''} />
    <span class="number">${user.extensionNumber}</span>
    <span class="what"><span class="is">${is}</span> <span class="shows">${shows}</span></span>
  </label>`;
}

function alert(problem: SignInProblem): Html {
  return html`<div class="alert" role="alert" tabindex="-1" autofocus>
    <h2>${icons.refused}${problem.title}</h2>
    <p>${problem.explanation}</p>
    <p class="proof">
      ${problem.code ? html`<code>${problem.code}</code> ` : ''}${ruleName(problem.rule)}
      ${guess(problem.code)}
    </p>
  </div>`;
}

/**
 * The sign-in form, filled in with a demo user. Its first button signs in; the
 * second goes back to the app without.
 */
export function signInView(view: SignInView): Page {
  const { app, problem, selected } = view;
  const returns = problem?.code !== undefined;
  return layout(
    {
      title: `${problem ? 'Refused: ' : ''}Sandbox sign-in for ${app.name}`,
      wire: 'browser-server',
    },
    html`${hop('browser', 'server', 'Page 1 of 2')}
      <h1>Sign in to the sandbox</h1>
      <p class="lead">
        <strong>${app.name}</strong> sent you here to find out who you are. It never sees the
        password.
      </p>
      ${problem ? alert(problem) : ''}
      <form method="post" action="${view.action}" autocomplete="on">
        ${hiddenFields(view)}
        <input
          type="text"
          name="username"
          autocomplete="username"
          value="${userName(selected)}"
          readonly
          hidden
        />
        <fieldset>
          <legend>Extension</legend>
          <div class="choices">${view.users.map((user) => choice(user, view))}</div>
        </fieldset>
        <div class="field">
          <label for="password">Password</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="current-password"
            value="${view.password}"
            required
            spellcheck="false"
            autocapitalize="none"
            aria-describedby="password-note"
          />
          <p class="note" id="password-note">
            It is filled in for you: every demo user has <code>sandbox-password</code>.
          </p>
        </div>
        <div class="actions">
          <button
            class="primary"
            type="submit"
            name="sign-in"
            value="1"
            ${problem ? '' : 'autofocus'}
          >
            Sign in
          </button>
          <button type="submit" name="cancel" value="${problem?.code ?? '1'}" formnovalidate>
            ${returns ? `Return ${problem.code} to the app` : 'Cancel'}
          </button>
        </div>
      </form>
      ${wishesView(view.wishes)}`,
  );
}
