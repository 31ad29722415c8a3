import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { CopyButton } from '#islands/parts/CopyButton.tsx';
import type { AppView } from '#islands/sandbox-api/sandbox-api.ts';
import type { Console } from '../model/console.ts';
import { problemWords } from '../model/notice.ts';
import { LateConfirm } from '../parts/LateConfirm.tsx';
import { Copyable } from '../parts/Copyable.tsx';

function Secret({ console, app }: { console: Console; app: AppView }): JSX.Element {
  const shown = useSignal(false);
  const asking = useSignal(false);
  const problem = useSignal('');
  const { clientSecret = '' } = app;
  const renew = async (): Promise<void> => {
    const answer = await console.renewSecret(app);
    problem.value = answer.kind === 'done' ? '' : problemWords(answer);
    if (answer.kind !== 'done') return;
    shown.value = true;
    console.say('The app has a new secret. The old one no longer works.');
  };
  return (
    <>
      <span class="cs-copyable">
        <code>{shown.value ? clientSecret : '•'.repeat(Math.min(clientSecret.length, 24))}</code>
        <CopyButton text={clientSecret} name="the client secret" announce={console.say} />
      </span>
      <span class="pg-buttons">
        <button
          type="button"
          class="pg-quiet"
          aria-pressed={shown.value}
          onClick={() => (shown.value = !shown.value)}
        >
          {shown.value ? 'Hide the secret' : 'Show the secret'}
        </button>
        <button
          type="button"
          class="pg-quiet"
          aria-expanded={asking.value}
          onClick={() => (asking.value = !asking.value)}
        >
          Regenerate
        </button>
      </span>
      {asking.value ? (
        <LateConfirm
          question="Give this app a new secret?"
          detail="The old one stops working at once, in every program that has it. Issued tokens stay valid. Only the sandbox has this: RingCentral’s FAQ of April 2024 knows no reset of a client secret."
          yes="Regenerate the secret"
          no="Keep the old one"
          onYes={renew}
          onDone={() => (asking.value = false)}
        />
      ) : null}
      {problem.value ? <p class="fd-problem">{problem.value}</p> : null}
    </>
  );
}

/** What the app sends to say who it is. */
export function Credentials({ console, app }: { console: Console; app: AppView }): JSX.Element {
  return (
    <dl class="cs-facts">
      <div>
        <dt>Client ID</dt>
        <dd>
          <Copyable text={app.clientId} name="the client id" say={console.say} />
        </dd>
      </div>
      <div>
        <dt>Client secret</dt>
        <dd>
          {app.clientSecret === undefined ? (
            <span class="pg-note">
              This app has none. An app in a browser, on a phone or on a desktop cannot keep a
              secret (RFC 8252, section 8.5). What RingCentral gives such an app is an open
              question.
            </span>
          ) : (
            <Secret console={console} app={app} />
          )}
        </dd>
      </div>
    </dl>
  );
}
