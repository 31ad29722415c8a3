import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { createAnnouncer } from '#islands/parts/announcer.ts';
import { CopyButton } from '#islands/parts/CopyButton.tsx';
import { Spoken } from '#islands/parts/Spoken.tsx';
import { envText } from './model/env-file.ts';
import type { ProgramKind } from './model/program.ts';
import { OutcomeLine } from './OutcomeLine.tsx';
import { PortMove } from './PortMove.tsx';
import { useQuickStart } from './shared.ts';
import '#islands/parts/parts.css';
import './quick-start.css';

/** The `.env` of the reader's program, with the sandbox's values in it, ready to copy. */
export function EnvFile({ kind }: { kind: ProgramKind['id'] }): JSX.Element {
  const quickStart = useQuickStart(kind);
  const said = useMemo(createAnnouncer, []);
  const [asked, setAsked] = useState(false);
  const lines = quickStart.env.value;
  const own = quickStart.ownApp.value;
  const tell = (): void => said.announce(quickStart.outcome.value?.words ?? '');
  const live = quickStart.host.value === 'node';

  return (
    <div class="qs-env not-content">
      <figure>
        <figcaption>
          <span>.env</span>
          <CopyButton text={envText(lines)} name="the .env file" announce={said.announce} />
        </figcaption>
        <pre tabIndex={0} aria-label="The .env file">
          <code>
            {lines.map(({ name, value, secret }) => (
              <span key={name}>
                {name}=
                {/* Cut for the eye alone, for a screenshot of it is a leak: a selection takes it whole. */}
                <span class={secret && !asked ? 'qs-env-value qs-env-cut' : 'qs-env-value'}>
                  {value}
                </span>
                {'\n'}
              </span>
            ))}
          </code>
        </pre>
      </figure>
      {live ? (
        <div class="qs-env-choices">
          {lines.some(({ secret }) => secret) ? (
            <>
              <button type="button" class="pg-quiet" onClick={() => setAsked(!asked)}>
                {asked ? 'Shorten the JWT' : 'Show the whole JWT'}
              </button>
              <button
                type="button"
                class="pg-quiet"
                onClick={async () => {
                  await quickStart.makeJwt();
                  tell();
                }}
              >
                Make a new JWT
              </button>
            </>
          ) : null}
          <button
            type="button"
            class="pg-quiet"
            onClick={async () => {
              await (own ? quickStart.useDemoApp() : quickStart.makeOwnApp());
              tell();
            }}
          >
            {own ? 'Use the demo app' : 'Use an app of my own'}
          </button>
        </div>
      ) : null}
      <OutcomeLine quickStart={quickStart} place="file" />
      {live && quickStart.kind.serves ? (
        <PortMove quickStart={quickStart} say={said.announce} />
      ) : null}
      <Spoken announcement={said.announcement} />
    </div>
  );
}
