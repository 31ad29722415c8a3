import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { Problem } from '#islands/parts/Problem.tsx';
import { RadioCard } from '#islands/parts/RadioCard.tsx';
import { Select } from '#islands/parts/Select.tsx';
import type { Console } from '../model/console.ts';
import { type JwtProblem, emptyJwt, jwtOf } from '../model/jwt-draft.ts';
import { problemWords } from '../model/notice.ts';
import { WorkButton } from '../parts/WorkButton.tsx';
import { Minted } from './Minted.tsx';

const fields: ReadonlySet<string> = new Set<JwtProblem['field']>([
  'user',
  'clientIds',
  'expires',
  'claims',
]);
/** The control API's names for what the form calls otherwise. */
const formNames: Record<string, string> = { extensionNumber: 'user', expiresAt: 'expires' };

/** As RingCentral's form: whose, for which apps, until when; and claims of one's own, for tests. */
export function JwtForm({ console }: { console: Console }): JSX.Element {
  const id = useId();
  const users = console.users.value.value ?? [];
  const userName = (user: { companyNumber: string; extensionNumber: string }): string =>
    `${user.companyNumber}*${user.extensionNumber}`;
  const draft = useSignal(emptyJwt);
  const problem = useSignal<{ field?: string; message: string } | undefined>(undefined);
  const minted = useSignal('');
  const form = useRef<HTMLFormElement>(null);
  const chosen = draft.value.user || (users[0] ? userName(users[0]) : '');
  const edit = (changes: Partial<typeof emptyJwt>): void => {
    draft.value = { ...draft.value, ...changes };
    problem.value = undefined;
  };

  function refuse(next: { field?: string; message: string }): void {
    problem.value = next;
    console.say(next.message);
    setTimeout(() => form.current?.querySelector<HTMLElement>('[data-refused]')?.focus());
  }
  async function make(): Promise<void> {
    const jwt = jwtOf({ ...draft.value, user: chosen });
    if ('message' in jwt) return refuse(jwt);
    const answer = await console.mintJwt(jwt);
    if (answer.kind === 'done') {
      minted.value = answer.value.jwt;
      console.say('The JWT is made. Copy it now: you see its text only once.');
      return;
    }
    const path = answer.kind === 'refused' ? (answer.issues[0]?.path.split('.')[0] ?? '') : '';
    const field = formNames[path] ?? path;
    refuse({ ...(fields.has(field) && { field }), message: problemWords(answer) });
  }
  const messageOf = (field: JwtProblem['field']): string | undefined =>
    problem.value?.field === field ? problem.value.message : undefined;
  const marks = (field: JwtProblem['field']) => ({
    'aria-invalid': messageOf(field) ? true : undefined,
    'aria-describedby': messageOf(field) ? `${id}-${field}-problem` : undefined,
    'data-refused': messageOf(field) ? '' : undefined,
  });

  return (
    <form
      class="cs-card cs-form"
      ref={form}
      noValidate
      aria-labelledby="cs-jwt-form"
      onSubmit={(event) => event.preventDefault()}
    >
      <div class="cs-card-head">
        <h2 id="cs-jwt-form" tabIndex={-1} data-arrive>
          Create a JWT credential
        </h2>
      </div>
      <p class="pg-note">
        A server program exchanges it for a token of this user while nobody is signed in. It belongs
        to the user, not to an app (X17).
      </p>
      <div class="fd-field">
        <label for={`${id}-user`}>User</label>
        <Select
          id={`${id}-user`}
          value={chosen}
          options={users.map((user) => ({
            value: userName(user),
            label: `Extension ${user.extensionNumber} of ${user.companyNumber}`,
          }))}
          {...marks('user')}
          onChoose={(user) => edit({ user })}
        />
        <Problem id={`${id}-user-problem`} text={messageOf('user')} />
      </div>
      <fieldset class="fd-field">
        <legend>Which apps may use it?</legend>
        <div class="fd-cards fd-cards-two">
          <RadioCard
            name="cs-jwt-apps"
            value="all"
            checked={!draft.value.only}
            title="All apps of the company"
            onChoose={() => edit({ only: false })}
          />
          <RadioCard
            name="cs-jwt-apps"
            value="only"
            checked={draft.value.only}
            title="Only some"
            onChoose={() => edit({ only: true })}
          />
        </div>
        {draft.value.only ? (
          <div class="fd-scroll">
            {(console.apps.value.value ?? []).map(({ clientId, name, flows }, index) => (
              <label key={clientId} class="fd-check">
                <input
                  type="checkbox"
                  checked={draft.value.clientIds.includes(clientId)}
                  aria-describedby={messageOf('clientIds') ? `${id}-clientIds-problem` : undefined}
                  data-refused={messageOf('clientIds') && index === 0 ? '' : undefined}
                  onChange={(event) => {
                    const others = draft.value.clientIds.filter((one) => one !== clientId);
                    edit({
                      clientIds: event.currentTarget.checked ? [...others, clientId] : others,
                    });
                  }}
                />
                <span>
                  {name}
                  <span class="pg-note">
                    {flows.jwt.bySettings === 'refused'
                      ? 'Its settings refuse the JWT flow'
                      : clientId}
                  </span>
                </span>
              </label>
            ))}
          </div>
        ) : null}
        <Problem id={`${id}-clientIds-problem`} text={messageOf('clientIds')} />
      </fieldset>
      <div class="fd-field">
        <label for={`${id}-expires`}>Expires, on your clock (leave it empty for never)</label>
        <input
          id={`${id}-expires`}
          class="fd-input"
          type="datetime-local"
          value={draft.value.expires}
          {...marks('expires')}
          onInput={(event) => edit({ expires: event.currentTarget.value })}
        />
        <Problem id={`${id}-expires-problem`} text={messageOf('expires')} />
      </div>
      <details class="cs-more" open={messageOf('claims') !== undefined}>
        <summary>Claims of your own, for tests</summary>
        <div class="fd-field">
          <label for={`${id}-claims`}>Claims as JSON, which replace those of the sandbox</label>
          <textarea
            id={`${id}-claims`}
            class="fd-input"
            rows={3}
            spellcheck={false}
            placeholder='{"aud": null, "exp": 1}'
            value={draft.value.claims}
            {...marks('claims')}
            onInput={(event) => edit({ claims: event.currentTarget.value })}
          />
          <span class="pg-note">
            Use null to leave one out. RingCentral’s console has no such field.
          </span>
          <Problem id={`${id}-claims-problem`} text={messageOf('claims')} />
        </div>
      </details>
      <div class="cs-form-end">
        {problem.value && !problem.value.field ? <Problem text={problem.value.message} /> : null}
        <div class="pg-buttons">
          <WorkButton class="pg-button pg-button-primary" type="submit" onPress={make}>
            Create the credential
          </WorkButton>
        </div>
      </div>
      {minted.value ? (
        <Minted jwt={minted.value} say={console.say} onForget={() => (minted.value = '')} />
      ) : null}
    </form>
  );
}
