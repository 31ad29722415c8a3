import type { JSX } from 'preact';
import { certaintyOf, type Finding } from '#diagnosis/finding.ts';
import { Comparison } from '#islands/parts/Comparison.tsx';
import type { Playground } from '../model/playground.ts';
import { Prose } from '#islands/parts/Prose.tsx';
import { Press } from '../step/Press.tsx';
import type { RequestFold } from '../step/request-fold.ts';
import { leadingOffer, take } from './told.ts';

/** What a finding says: why, what to do, what it does not know, and the comparison that proves it. */
export function FindingWords({ finding }: { finding: Finding }): JSX.Element {
  const { why, fix, lacks, comparison = [], excluded = [] } = finding;
  return (
    <>
      <dl class="pg-why">
        <Why term="Why" text={why} />
        {fix === undefined ? null : <Why term="Fix" text={fix} />}
        {lacks === undefined ? null : <Why term="Not known" text={lacks} />}
      </dl>
      <Comparison rows={comparison} />
      {excluded.length > 0 ? (
        <p class="pg-note">
          Also tried, no match: {excluded.map(({ cause }) => cause).join(', ')}.
        </p>
      ) : null}
    </>
  );
}

/** A refusal, told where it happened: why, and the comparison that proves it. What puts it right is in the bar. */
export function FindingCard({
  finding,
  playground,
  fold,
  level,
}: {
  finding: Finding;
  playground: Playground;
  fold: RequestFold;
  level: 'h3' | 'h4';
}): JSX.Element {
  const Heading = level;
  const { title } = finding;
  const leads = leadingOffer(playground);
  const pages = finding.actions.map(({ action }) => action.kind === 'open-page' && action.href);
  const sources = finding.sources.filter(({ href }) => href === undefined || !pages.includes(href));
  const actions = finding.actions.filter((offer) => offer !== leads);
  return (
    <section class="pg-finding" data-kind={finding.kind} aria-label="What happened">
      <div class="pg-finding-head">
        <Heading>
          <Prose text={title} />
        </Heading>
        <span class="pg-certainty">{certaintyOf(finding)}</span>
      </div>
      <FindingWords finding={finding} />
      {actions.length > 0 || sources.length > 0 ? (
        <div class="pg-buttons">
          {actions.map(({ label, action }) => (
            <Press
              key={label}
              playground={playground}
              onPress={() => take(playground, fold, action)}
            >
              {label}
            </Press>
          ))}
          {sources.map(({ label, href }) =>
            href === undefined ? (
              <span key={label} class="pg-note">
                {label}
              </span>
            ) : (
              <a key={label} class="pg-link" href={href}>
                {label}
              </a>
            ),
          )}
        </div>
      ) : null}
    </section>
  );
}

function Why({ term, text }: { term: string; text: string }): JSX.Element {
  return (
    <div>
      <dt>{term}</dt>{' '}
      <dd>
        <Prose text={text} />
      </dd>
    </div>
  );
}
