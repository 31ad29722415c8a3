import type { JSX, RefObject } from 'preact';
import { calls } from '#app-settings/chooser/calls.ts';
import { scopeNamed } from '#app-settings/scopes.ts';
import type { Chooser } from './model.ts';

/** The last question, which may have several answers: they are the app's scopes. */
export function CallsAsked({
  chooser,
  title,
}: {
  chooser: Chooser;
  title: RefObject<HTMLHeadingElement>;
}): JSX.Element {
  const chosen = chooser.state.value.calls ?? [];
  const before = chooser.steps.value.at(-1)?.question;
  return (
    <div class="ch-question">
      <p class="ch-count">Question {chooser.steps.value.length + 1}, the last</p>
      <h2 ref={title} tabIndex={-1}>
        What will it call?
      </h2>
      <p class="ch-why">
        Each answer is a scope of the app; its users see it at the sign-in. Choose what you need
        now; every app here can read the account of its own user.
      </p>
      <div class="ch-calls">
        {calls.map(({ value, label, scope }) => (
          <label key={value} class="fd-check">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ currentTarget: { checked } }) => {
                const others = chosen.filter((other) => other !== value);
                chooser.wish({ calls: checked ? [...others, value] : others });
              }}
            />
            <span>
              <b>{label}</b> <code>{scope}</code>
              <span class="pg-note">{scopeNamed(scope)?.meaning}</span>
            </span>
          </label>
        ))}
      </div>
      <p class="pg-buttons">
        <a class="pg-button pg-button-primary" href={chooser.hrefOfAnswer()}>
          Show the answer
        </a>
        {before ? <a href={chooser.backTo(before.id)}>Back to the question before</a> : null}
      </p>
    </div>
  );
}
