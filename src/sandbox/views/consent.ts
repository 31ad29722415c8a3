import { scopeNamed } from '#app-settings/scopes.ts';
import type { AppRecord, UserRecord } from '../store/records.ts';
import { spacedNumber } from './demo-user-words.ts';
import type { HiddenFields } from './hidden-fields.ts';
import { hiddenFields } from './hidden-fields.ts';
import type { Html } from './html.ts';
import { html, shorten, showInvisible } from './html.ts';
import { icons } from './icons.ts';
import { hop, layout } from './layout.ts';
import type { Page } from './layout.ts';

export interface ConsentView extends HiddenFields {
  action: string;
  app: AppRecord;
  user: UserRecord;
  scopes: readonly string[];
  redirectUri: string;
  /** What the app receives when the answer is yes. */
  receives: 'code' | 'token';
}

/** The host that the answer goes to; for an app's own scheme, the scheme. */
export function targetHost(redirectUri: string): string {
  if (!URL.canParse(redirectUri)) return redirectUri;
  const { host, protocol } = new URL(redirectUri);
  return host === '' ? protocol : host;
}

function permission(name: string): Html {
  const known = scopeNamed(name);
  return html`<li>
    <span
      >${known?.label ?? known?.meaning ?? 'A permission that the sandbox cannot describe'}</span
    >
    <code>${name}</code>
  </li>`;
}

function assumed({ mfaRequired, ssoEnforced }: UserRecord): Html | string {
  if (!mfaRequired && !ssoEnforced) return '';
  const what = mfaRequired ? 'a second factor' : "the company's own sign-in page";
  return html`<p class="remark">
    ${icons.warning}<span
      >RingCentral would ask this extension for ${what} here. The sandbox treats that as done: the
      code flow allows it, the password flow refuses it.</span
    >
  </p>`;
}

/** Names the app, what it may do and where the answer goes (AS-071). The first button allows. */
export function consentView(view: ConsentView): Page {
  const { app, user, scopes, redirectUri, receives } = view;
  const hidden = hiddenFields(view);
  return layout(
    { title: `Sandbox consent for ${app.name}`, wire: 'server-app' },
    html`${hop('server', 'app', 'Page 2 of 2')}
      <h1>Allow ${app.name}?</h1>
      <p class="lead">
        Extension <strong>${user.extensionNumber}</strong> of ${spacedNumber(user.companyNumber)} is
        signed in. The app asks to act for it:
      </p>
      ${assumed(user)}
      <ul class="permissions">
        ${scopes.length > 0 ? scopes.map(permission) : html`<li>Nothing: the app has no permissions set</li>`}
      </ul>
      <dl class="facts">
        <div>
          <dt>The answer goes to</dt>
          <dd>
            <strong class="host">${targetHost(redirectUri)}</strong
            ><code class="uri">${showInvisible(shorten(redirectUri))}</code>
          </dd>
        </div>
        <div>
          <dt>Client</dt>
          <dd><code>${app.clientId}</code>, ${app.audience} app</dd>
        </div>
      </dl>
      <form method="post" action="${view.action}">
        ${hidden}
        <div class="actions">
          <button class="primary" type="submit" name="allow" value="1" autofocus>Allow</button>
          <button type="submit" name="deny" value="1">Deny</button>
        </div>
        <p class="note">
          Allow sends ${receives === 'code' ? 'a one-time code' : 'an access token'} to that
          address. Deny sends <code>access_denied</code>.
        </p>
      </form>
      <form class="aside" method="post" action="${view.action}">
        ${hidden}
        <p>
          Not extension ${user.extensionNumber}?
          <button class="link" type="submit" name="switch" value="1">
            Sign in as another extension
          </button>
        </p>
      </form>`,
  );
}
