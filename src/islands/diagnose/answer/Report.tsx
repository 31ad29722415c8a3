import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ReportForm } from '#diagnosis/report/report.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import { Segments } from '#islands/parts/Segments.tsx';
import type { Diagnoser } from '../model/diagnoser.ts';

const forms: readonly { value: ReportForm; label: string }[] = [
  { value: 'text', label: 'Text' },
  { value: 'markdown', label: 'Markdown' },
];

/** The case as a report, with what an escalation needs; nobody's secret or number is in it. */
export function Report({ diagnoser }: { diagnoser: Diagnoser }): JSX.Element {
  const form = useSignal<ReportForm>('text');
  const written = useSignal<{ as: ReportForm; text: string } | undefined>(undefined);
  const hasFailed = useSignal(false);
  useEffect(() => {
    let isOver = false;
    hasFailed.value = false;
    const as = form.value;
    diagnoser.report(as).then(
      (text) => {
        if (!isOver) written.value = { as, text };
      },
      () => {
        if (!isOver) hasFailed.value = true;
      },
    );
    return () => {
      isOver = true;
    };
  }, [form.value, diagnoser.shown.value]);
  const hasRequest = diagnoser.shown.value?.pieces.some(
    ({ exchange }) => exchange !== undefined && exchange.request.url !== '',
  );
  const isCopied = diagnoser.copied.value === 'the report';
  return (
    <section class="dg-card dg-report" aria-label="The report">
      {diagnoser.linkIsTooLong.value ? (
        <p>This case is too long for a link in mail or chat. The report says the same.</p>
      ) : null}
      {hasFailed.value ? <p>The part that writes it did not load. Load this page again.</p> : null}
      <div class="dg-reply-head">
        <Segments
          label="How it is written"
          name="form"
          value={form.value}
          options={forms}
          onChange={(next) => (form.value = next)}
        />
        <button
          type="button"
          class="pg-button pg-button-small"
          // Until the other form is written, what is shown is not what was chosen.
          disabled={written.value?.as !== form.value}
          onClick={() => void diagnoser.copy(written.value?.text ?? '', 'the report')}
        >
          <Icon name={isCopied ? 'check' : 'copy'} size={13} />
          {isCopied ? 'Copied' : 'Copy report'}
        </button>
        {hasRequest ? (
          <button
            type="button"
            class="pg-button pg-button-small"
            onClick={() =>
              void diagnoser.replayLink().then((link) => link && window.location.assign(link))
            }
          >
            <Icon name="play" size={12} />
            Replay in the playground
          </button>
        ) : null}
      </div>
      <pre tabIndex={0} aria-label="The report, as it is copied">
        {written.value?.text}
      </pre>
    </section>
  );
}
