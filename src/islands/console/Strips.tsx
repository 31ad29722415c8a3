import type { ComponentChildren, JSX } from 'preact';
import { Icon } from '#islands/parts/Icon.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import type { Console } from './model/console.ts';
import { problemWords } from './model/notice.ts';
import { WorkButton } from './parts/WorkButton.tsx';

const verdicts = { done: 'allowed', warning: 'warning', refused: 'refused' } as const;

function Strip({
  tone,
  children,
  actions,
}: {
  tone: keyof typeof verdicts;
  children: ComponentChildren;
  actions?: ComponentChildren;
}): JSX.Element {
  return (
    <div class={`cs-strip cs-strip-${tone}`}>
      <Verdict kind={verdicts[tone]} />
      <div class="cs-strip-words">{children}</div>
      {actions ? <div class="pg-buttons">{actions}</div> : null}
    </div>
  );
}

function Unreachable({ console }: { console: Console }): JSX.Element | null {
  const problem = console.unreachable.value;
  if (!problem) return null;
  return (
    <Strip
      tone="refused"
      actions={
        <WorkButton class="pg-button pg-button-small" onPress={() => console.retry()}>
          Try again
        </WorkButton>
      }
    >
      <p>
        {problemWords(problem)}{' '}
        {problem.kind === 'unreachable' ? (
          <>
            Start it in a terminal with <code>npm start</code>.
          </>
        ) : null}
        {console.apps.value.value ? ' The data below is from before.' : null}
      </p>
    </Strip>
  );
}

function Missing({ console }: { console: Console }): JSX.Element | null {
  const offer = console.missing.value;
  if (!offer) return null;
  const one = offer.apps.length === 1;
  return (
    <Strip
      tone="warning"
      actions={
        <>
          <WorkButton class="pg-button pg-button-small" onPress={() => console.makeMissing()}>
            {one ? 'Make it again' : 'Make them again'}
          </WorkButton>
          <button
            type="button"
            class="pg-button pg-button-small pg-button-plain"
            onClick={() => console.forgetMissing()}
          >
            {one ? 'Forget it' : 'Forget them'}
          </button>
        </>
      }
    >
      <p>
        <b>
          The sandbox no longer has {one ? 'an app' : `${offer.apps.length} apps`} that you made in
          this tab.
        </b>{' '}
        It was started again or reset. Make it with the same id and secret:{' '}
        {offer.apps.map(({ clientId, name }, index) => (
          <span key={clientId}>
            {index > 0 ? ', ' : ''}
            {name} (<code>{clientId}</code>)
          </span>
        ))}
        .
      </p>
    </Strip>
  );
}

function Said({ console }: { console: Console }): JSX.Element | null {
  const notice = console.notice.value;
  if (!notice) return null;
  const { action } = notice;
  return (
    <Strip
      tone={notice.tone}
      actions={
        <>
          {action ? (
            <WorkButton class="pg-button pg-button-small" onPress={action.run}>
              <Icon name="undo" size={14} />
              {action.label}
            </WorkButton>
          ) : null}
          <button
            type="button"
            class="pg-icon-button"
            aria-label="Put this message away"
            onClick={() => console.putAway()}
          >
            <Icon name="close" size={15} />
          </button>
        </>
      }
    >
      <p>{notice.text}</p>
    </Strip>
  );
}

function NearlyFull({ console }: { console: Console }): JSX.Element | null {
  const lines = console.nearlyFull.value;
  if (lines.length === 0) return null;
  return (
    <Strip tone="warning">
      {lines.map(({ name, text }) => (
        <p key={name}>{text}</p>
      ))}
    </Strip>
  );
}

/** What is to be said before anything else, in place: no toast, no dialog. */
export function Strips({ console }: { console: Console }): JSX.Element {
  return (
    <div class="cs-strips">
      <Unreachable console={console} />
      <Missing console={console} />
      <NearlyFull console={console} />
      {console.keeping.value ? (
        <Strip tone="warning">
          <p>{console.keeping.value.text}</p>
        </Strip>
      ) : null}
      <Said console={console} />
    </div>
  );
}
