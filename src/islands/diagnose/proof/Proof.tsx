import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { verdictOf } from '#diagnosis/reply/verdict.ts';
import { useEffect } from 'preact/hooks';
import type { AppSettings } from '#app-settings/app.ts';
import type { DiffRow } from '#diagnosis/proof/diff.ts';
import type { ProofPart, ProofResult } from '#diagnosis/proof/run-proof.ts';
import { Verdict } from '#islands/parts/Verdict.tsx';
import type { FlowToTry } from '#islands/try-it/playground-link.ts';
import { TryIt } from '#islands/try-it/TryIt.tsx';
import type { Proven } from '../jobs/jobs.ts';
import type { Diagnoser } from '../model/diagnoser.ts';

const flowOf = ({ methods, platformType }: AppSettings): FlowToTry =>
  methods?.includes('three-legged') === false || platformType === 'ServerOther'
    ? 'jwt'
    : 'auth-code-pkce';

/** An answer as it is read; of a page, what stands on top of it. */
function answerText(body: string): string {
  const title = /<title>([^<]*)<\/title>/.exec(body)?.[1];
  return title === undefined ? body : `A page: ${title}`;
}

/** One run, and the answer that it ended in. */
function Run({
  title,
  part,
  passes,
}: {
  title: string;
  part: ProofPart;
  passes: boolean;
}): JSX.Element {
  const { answered, code } = part;
  const path = answered ? new URL(answered.request.url).pathname : '';
  return (
    <section class="dg-run">
      <h3>{title}</h3>
      <p>
        <Verdict kind={code === undefined ? 'allowed' : 'refused'} />
        <code>
          {answered?.response?.status} {code}
        </code>
        {part.isAsExpected ? null : passes ? ' It did not succeed.' : ' It failed in another way.'}
      </p>
      <p class="pg-note">
        {answered?.request.method} {path}, {part.exchanges.length}{' '}
        {part.exchanges.length === 1 ? 'request' : 'requests'} in all
      </p>
      {answered?.response?.body === undefined ? null : (
        <pre tabIndex={0} aria-label={`${title}: the answer`}>
          {answerText(answered.response.body)}
        </pre>
      )}
    </section>
  );
}

function Row({ name, before, after }: DiffRow): JSX.Element {
  return (
    <>
      {before === undefined ? null : (
        <del>
          {name}: {before}
        </del>
      )}
      {after === undefined ? null : (
        <ins>
          {name}: {after}
        </ins>
      )}
    </>
  );
}

function Runs({ result: { replay, fix, again, isProven } }: { result: ProofResult }): JSX.Element {
  return (
    <>
      <p class="dg-proven">
        <Verdict kind={isProven ? 'allowed' : 'warning'} />
        {isProven
          ? 'The sandbox shows the same failure, and with the fix it works.'
          : 'The sandbox gave another answer than expected. Its answer is below.'}
      </p>
      <div class="dg-runs">
        <Run title="Replayed" part={replay} passes={false} />
        <section class="dg-run">
          <h3>The fix</h3>
          <p>{fix.words}</p>
          {fix.changes.map((change) => (
            <p key={change}>
              <ins>{change}</ins>
            </p>
          ))}
          {fix.diff.length > 0 ? (
            <p class="dg-diff">
              {fix.diff.map((row) => (
                <Row key={row.name} {...row} />
              ))}
            </p>
          ) : null}
        </section>
        <Run title="Run again" part={again} passes />
      </div>
    </>
  );
}

/** The same failure in the sandbox, the fix, and the run that passes; or why it cannot be shown. */
export function Proof({ diagnoser }: { diagnoser: Diagnoser }): JSX.Element | null {
  const proven = useSignal<Proven | 'running' | 'failed'>('running');
  const { shown } = diagnoser;
  const found = shown.value && verdictOf(shown.value);
  useEffect(() => {
    let isOver = false;
    proven.value = 'running';
    diagnoser.prove().then(
      (answer) => {
        if (isOver) return;
        proven.value = answer;
        diagnoser.say(
          answer.kind === 'cannot'
            ? answer.why
            : answer.result.isProven
              ? 'The sandbox shows the same failure, and with the fix it works.'
              : 'The sandbox gave another answer than expected.',
        );
      },
      () => {
        if (!isOver) proven.value = 'failed';
      },
    );
    return () => {
      isOver = true;
    };
  }, [found, diagnoser.settings.value]);
  if (!found) return null;
  const { value } = proven;
  const settings = diagnoser.settings.value;
  return (
    <section class="dg-card dg-proof" aria-label="The proof">
      {value === 'running' ? <p class="pg-note">Running it in the sandbox…</p> : null}
      {value === 'failed' ? (
        <p>The sandbox gave no answer. Load this page again, then try once more.</p>
      ) : null}
      {typeof value === 'object' && value.kind === 'cannot' ? (
        <p>
          <b>It cannot be shown in the sandbox.</b> {value.why}
        </p>
      ) : null}
      {typeof value === 'object' && value.kind === 'ran' ? <Runs result={value.result} /> : null}
      {settings ? (
        <TryIt
          flow={flowOf(settings)}
          settings={settings}
          label="Run an app with these settings"
          icon="play"
          small
          say={diagnoser.say}
        />
      ) : null}
    </section>
  );
}
