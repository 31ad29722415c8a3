import type { JSX } from 'preact';
import { CopyText } from '#islands/parts/CopyText.tsx';
import { download } from '#islands/parts/download.ts';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { eventHref } from '#protocol/event-href.ts';
import { actWords, type Challenge } from '#sandbox/certify/challenge.ts';
import { inOrder, sumOf, type Told, verdictWords } from '#sandbox/certify/report.ts';
import { Fix } from './Fix.tsx';
import type { Certify } from './model/certify.ts';

const kinds = { failed: 'refused', 'not-reached': 'unknown', passed: 'allowed' } as const;

function RunOne({
  certify,
  challenge,
  words,
}: {
  certify: Certify;
  challenge: Challenge;
  words: string;
}): JSX.Element {
  return (
    <button
      type="button"
      class="pg-button pg-button-small"
      aria-label={`${words}: ${challenge.title}`}
      aria-disabled={certify.isRunning.value || undefined}
      onClick={() => void certify.start([challenge])}
    >
      {words}
    </button>
  );
}

function Received({ received, exchange }: Told): JSX.Element {
  return (
    <>
      {received} {exchange ? <a href={eventHref(exchange.id)}>Open the request</a> : null}
    </>
  );
}

function Result({ certify, told }: { certify: Certify; told: Told }): JSX.Element {
  const { challenge, verdict } = told;
  const { id, title, why, expected, section, acts } = challenge;
  return (
    <li class="ct-result" data-verdict={verdict} data-challenge={id}>
      <div class="ct-result-head">
        <Verdict kind={kinds[verdict]} />
        <h4>
          <span class="ct-verdict">{verdictWords[verdict]}:</span> {title}
        </h4>
        <RunOne certify={certify} challenge={challenge} words="Run again" />
      </div>
      {verdict === 'passed' ? (
        <p class="pg-note">
          <Received {...told} />
        </p>
      ) : (
        <>
          <p>{why}</p>
          <dl class="ct-facts">
            <div>
              <dt>Expected</dt>
              <dd>{expected}</dd>
            </div>
            <div>
              <dt>Received</dt>
              <dd>
                <Received {...told} />
              </dd>
            </div>
            {verdict === 'not-reached' ? (
              <div>
                <dt>You do</dt>
                <dd>{acts.map((act) => actWords[act]).join(' ')}</dd>
              </div>
            ) : null}
            <div>
              <dt>Rule</dt>
              <dd>
                <a href={section.href}>{section.label}</a>
              </dd>
            </div>
          </dl>
          {verdict === 'failed' ? <Fix certify={certify} challenge={challenge} /> : null}
        </>
      )}
    </li>
  );
}

function NotRun({ certify }: { certify: Certify }): JSX.Element | null {
  const list = certify.notRun.value;
  if (list.length === 0) return null;
  return (
    <>
      <h3>Not run yet</h3>
      <ul class="ct-not-run">
        {list.map((challenge) => (
          <li key={challenge.id}>
            <a href={`#${challenge.id}`}>{challenge.title}</a>
            <RunOne certify={certify} challenge={challenge} words="Run" />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What came of the challenges, failures first, with the report to take away. */
export function Results({ certify }: { certify: Certify }): JSX.Element {
  const results = inOrder(certify.results.value);
  const host = certify.host.value;
  const text = results.length > 0 ? certify.report() : '';
  return (
    <div class="ct-results">
      {results.length > 0 ? (
        <>
          <h3 tabIndex={-1} {...(certify.now.value ? {} : { 'data-arrive': true })}>
            Results for <code>{certify.resultsOf.value}</code>
          </h3>
          <p class="ct-sum">{sumOf(results)}.</p>
          <div class="pg-buttons">
            <CopyText text={text} label="Copy as Markdown" announce={certify.announce} />
            <button
              type="button"
              class="pg-button"
              onClick={() => {
                download({ name: 'certification.md', type: 'text/markdown', text });
                certify.announce('The report is downloaded.');
              }}
            >
              Download the report
            </button>
          </div>
          <ul class="ct-list">
            {results.map((told) => (
              <Result key={told.challenge.id} certify={certify} told={told} />
            ))}
          </ul>
        </>
      ) : null}
      {host === 'node' ? <NotRun certify={certify} /> : null}
    </div>
  );
}
