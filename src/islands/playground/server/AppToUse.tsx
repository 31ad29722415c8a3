import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { AppSettings } from '#app-settings/app.ts';
import { newAppLink } from '#app-settings/new-app-link/write.ts';
import { sources } from '#app-settings/sources.ts';
import type { FlowName } from '#flows/ids.ts';
import { CopyText } from '#islands/parts/CopyText.tsx';
import { Problem } from '#islands/parts/Problem.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { needsSecret } from '../model/server/adapt.ts';
import { SecretField } from './SecretField.tsx';

/** An app that fits a flow, for RingCentral's own form. */
function fittingApp(flow: FlowName, redirectUri: string): AppSettings {
  const shared = {
    name: 'Trying out authorization',
    portal: 'current' as const,
    audience: 'private' as const,
    issueRefreshTokens: true,
    scopes: ['ReadAccounts', 'ReadCallLog'],
  };
  if (flow === 'jwt') return { ...shared, methods: ['jwt'], redirectUris: [] };
  return {
    ...shared,
    methods: ['three-legged'],
    platformType: needsSecret(flow) ? 'ServerWeb' : 'BrowserBased',
    redirectUris: [redirectUri],
  };
}

/** What RingCentral's form makes of it, and what is left to set by hand. */
function NewApp({ flow, redirectUri }: { flow: FlowName; redirectUri: string }): JSX.Element {
  const { href, byHand } = newAppLink(fittingApp(flow, redirectUri));
  return (
    <details class="sv-more">
      <summary>Make an app for trying</summary>
      <p>
        <a href={href} target="_blank" rel="noreferrer">
          Open RingCentral’s form for a new app
        </a>
        , filled in for this flow. By hand:
      </p>
      <ul>
        {byHand.map(({ field, words }) => (
          <li key={field}>{words}</li>
        ))}
        <li>
          Copy the client id{needsSecret(flow) ? ' and the secret' : ''} from its Credentials.
        </li>
      </ul>
    </details>
  );
}

export interface Entered {
  clientId: string;
  secret: string;
}

/** Printable, without a space: what pages and e-mails wrap around an id is not part of it. */
const clientIdPattern = /^[\x21-\x7e]{1,256}$/;

function problemOf(clientId: string): string | undefined {
  if (clientId === '') return 'Enter the client id of your app.';
  if (/[\r\n]/.test(clientId)) return 'A client id is one line.';
  return clientIdPattern.test(clientId)
    ? undefined
    : 'A client id has letters, digits and signs without a space. Copy it again from the app’s Credentials.';
}

/** The reader's own app: what to register, then its client id and, where the flow needs one, its secret. */
export function AppToUse({
  flow,
  host,
  secretsTo,
  isRingCentral,
  takesSecrets,
  redirectUri,
  announce,
  onUse,
}: {
  flow: FlowName;
  host: string;
  /** The hosts that the secret goes to. */
  secretsTo: string;
  isRingCentral: boolean;
  takesSecrets: boolean;
  redirectUri: string;
  announce: (message: string) => void;
  onUse: (entered: Entered) => void;
}): JSX.Element {
  const id = useId();
  const clientId = useSignal('');
  const secret = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  const asksSecret = takesSecrets && needsSecret(flow);
  const usesBrowser = flow !== 'jwt' && flow !== 'password';
  return (
    <form
      class="sv-app"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        problem.value = problemOf(clientId.value);
        if (problem.value === undefined) {
          onUse({ clientId: clientId.value, secret: secret.value });
        }
      }}
    >
      {isRingCentral ? (
        <div class="pg-strip pg-strip-warning">
          <Verdict kind="warning" />
          <span>
            Use an app made for trying. Each sign-in is a session, usually five for one user and one
            app, and a sixth ends one of them: with an app that is in use, perhaps a production
            job’s. (<a href={sources.tokens.href}>Tokens</a>)
          </span>
        </div>
      ) : null}
      {usesBrowser ? (
        <div class="sv-redirect">
          <p>
            Register this redirect URI with the app, character for character:{' '}
            <code>{redirectUri}</code>
          </p>
          <CopyText text={redirectUri} label="Copy the redirect URI" small announce={announce} />
        </div>
      ) : null}
      {isRingCentral ? <NewApp flow={flow} redirectUri={redirectUri} /> : null}
      <div class="sv-fields">
        <div class="fd-field">
          <label for={id}>Client id</label>
          <input
            id={id}
            class="fd-input"
            type="text"
            value={clientId.value}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            data-1p-ignore
            data-lpignore="true"
            aria-invalid={problem.value !== undefined || undefined}
            aria-describedby={`${id}-problem`}
            onInput={(event) => (clientId.value = event.currentTarget.value.trim())}
          />
          <Problem id={`${id}-problem`} text={problem.value} />
        </div>
        {asksSecret ? (
          <SecretField
            label="Client secret"
            note={`It stays in this tab’s memory and goes only to ${secretsTo}, when you press Send: never into storage, an address or a log.`}
            value={secret.value}
            onType={(typed) => (secret.value = typed)}
          />
        ) : null}
      </div>
      {asksSecret ? (
        <p class="pg-strip pg-strip-warning">
          <Verdict kind="warning" />
          <span>
            A secret belongs on a server. This page plays your server, on your own machine, to show
            each request; in your app no page ever has it.
          </span>
        </p>
      ) : null}
      {!takesSecrets && needsSecret(flow) ? (
        <p class="pg-strip">
          <Verdict kind="unknown" />
          <span>
            This copy of the site is not on your own machine, so it accepts no secret and no JWT.
            Run authorization code with PKCE, which needs none; or continue, and each step that
            needs the secret offers a line for your terminal, whose answer you paste here.
          </span>
        </p>
      ) : null}
      <div class="pg-buttons">
        <button type="submit" class="pg-button pg-button-primary">
          Use this app at {host}
        </button>
      </div>
      <p class="pg-note">This press sends nothing. You send the next request yourself.</p>
    </form>
  );
}
