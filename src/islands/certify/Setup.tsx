import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { isLanguage, languageIds, languageNames } from '#flows/language-names.ts';
import { Problem } from '#islands/parts/Problem.tsx';
import { Select } from '#islands/parts/Select.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import type { Challenge } from '#sandbox/certify/challenge.ts';
import { challenges } from '#sandbox/certify/challenges.ts';
import type { Certify } from './model/certify.ts';
import { programAt } from './model/program-at.ts';

function WhichApp({ certify }: { certify: Certify }): JSX.Element {
  const app = certify.app.value;
  if (!app) {
    return (
      <>
        Choose one of the sandbox’s apps or enter a client ID. The{' '}
        <a href="/console/#section=apps">console</a> makes an app and shows its credentials.
      </>
    );
  }
  const at = programAt(app.redirectUris, certify.origin);
  return (
    <>
      {app.name}.{' '}
      {at ? (
        <>
          Its redirect URI says that your program runs at{' '}
          <a href={at} target="_blank" rel="noopener">
            {at}
          </a>
          .
        </>
      ) : (
        'It has no redirect URI on this computer.'
      )}
    </>
  );
}

/** Whose program it is, and what is run. */
export function Setup({ certify }: { certify: Certify }): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const problem = certify.fieldProblem.value;
  const { notRun, notPassed, results } = certify;
  const isRunning = certify.isRunning.value;
  const some = results.value.length > 0;
  const again = notPassed.value.map(({ challenge }) => challenge);

  async function run(wanted: readonly Challenge[]): Promise<void> {
    await certify.start(wanted);
    if (certify.fieldProblem.value) field.current?.focus();
  }
  return (
    <form
      class="ct-card ct-setup"
      onSubmit={(event) => {
        event.preventDefault();
        void run(challenges);
      }}
    >
      <div class="fd-field">
        <label for="ct-client">Client ID of your program’s app</label>
        <input
          ref={field}
          id="ct-client"
          class="fd-input"
          type="text"
          list="ct-apps"
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          readOnly={isRunning}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? 'ct-client-problem ct-client-note' : 'ct-client-note'}
          value={certify.clientId.value}
          onInput={(event) => certify.name(event.currentTarget.value)}
        />
        <datalist id="ct-apps">
          {certify.apps.value.map(({ clientId, name }) => (
            <option key={clientId} value={clientId} label={name} />
          ))}
        </datalist>
        <Problem id="ct-client-problem" text={problem} />
        <p class="pg-note" id="ct-client-note">
          <WhichApp certify={certify} />
        </p>
      </div>
      <div class="fd-field">
        <label for="ct-language">Language of the fixes</label>
        <Select
          id="ct-language"
          value={certify.language.value}
          options={languageIds.map((id) => ({ value: id, label: languageNames[id] }))}
          onChoose={(chosen) => {
            if (isLanguage(chosen)) certify.chooseLanguage(chosen);
          }}
        />
      </div>
      {certify.notice.value ? (
        <p class="ct-said" tabIndex={-1} data-arrive>
          <Verdict kind="warning" label="Warning:" />
          <span>
            {certify.notice.value.text}{' '}
            {certify.notice.value.href ? (
              <a href={certify.notice.value.href}>Open its faults</a>
            ) : null}
          </span>
        </p>
      ) : null}
      <div class="pg-buttons">
        <button
          type="submit"
          class="pg-button pg-button-primary"
          aria-disabled={isRunning || undefined}
        >
          {some ? 'Run all again' : `Run all ${challenges.length} challenges`}
        </button>
        {some && notRun.value.length > 0 ? (
          <button
            type="button"
            class="pg-button"
            aria-disabled={isRunning || undefined}
            onClick={() => void run(notRun.value)}
          >
            Run what is left ({notRun.value.length})
          </button>
        ) : null}
        {again.length > 0 ? (
          <button
            type="button"
            class="pg-button"
            aria-disabled={isRunning || undefined}
            onClick={() => void run(again)}
          >
            Run what has not passed ({again.length})
          </button>
        ) : null}
      </div>
    </form>
  );
}
