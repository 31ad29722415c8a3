import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { type AppSettings, anyAppName, type PlatformType } from '#app-settings/app.ts';
import type { FlowOutcome } from '#app-settings/chooser/outcome.ts';
import { redirectProposals } from '#app-settings/chooser/redirect-proposals.ts';
import type { ByHand } from '#app-settings/new-app-link/by-hand.ts';
import { methodLabels, platformLabels } from '#app-settings/portals.ts';
import { audienceWords, brandChoices } from '#islands/app-form/words.ts';
import { uncapitalise } from '#protocol/text/capitalise.ts';
import { Segments } from '#islands/parts/Segments.tsx';
import { Select } from '#islands/parts/Select.tsx';
import type { Chooser } from './model.ts';
import { TextRow } from './TextRow.tsx';

const labelOf = (type: PlatformType): string => platformLabels[type].current ?? type;

function Row({ term, children }: { term: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The settings in the words of the portal's form; the two that are the reader's own are fields. */
export function AppToMake({
  chooser,
  outcome,
  apps,
  app,
  byHand,
  onType,
}: {
  chooser: Chooser;
  outcome: FlowOutcome;
  /** One, or one a platform. */
  apps: readonly AppSettings[];
  app: AppSettings;
  byHand: readonly ByHand[];
  onType: (type: PlatformType) => void;
}): JSX.Element {
  const brandId = useId();
  const { redirect } = outcome.settings;
  const { name, uri } = chooser.typed.value;
  const problems = chooser.typedProblems.value;
  const brand = chooser.state.value.brand ?? 'ringcentral';
  const proposal = redirect && redirectProposals[redirect];
  const uriNote =
    !uri || uri === proposal?.uri
      ? proposal?.words
      : chooser.typedForOther.value
        ? `Your address is from your earlier answers. Usual here: ${proposal?.uri}`
        : undefined;
  const types = apps.flatMap(({ platformType }) => platformType ?? []);
  return (
    <section class="ch-col" aria-labelledby="ch-app">
      <div class="ch-col-head">
        <h3 id="ch-app">The app to make</h3>
        <p class="pg-note">The sandbox app, the link and the checker use your entries.</p>
      </div>
      <dl>
        {proposal ? (
          <TextRow
            term="Your redirect URI"
            isCode
            value={uri ?? proposal.uri}
            proposal={proposal.uri}
            note={uriNote}
            problem={problems.uri}
            onType={(typed) => chooser.wish({ uri: typed })}
          />
        ) : null}
        <TextRow
          term="Name"
          value={name ?? ''}
          proposal={anyAppName}
          problem={problems.name}
          onType={(typed) => chooser.wish({ name: typed })}
        />
        <Row term="Access">
          {audienceWords[app.audience].title}: {uncapitalise(audienceWords[app.audience].note)}
        </Row>
        <Row term="Auth">
          {(app.methods ?? []).map((method) => methodLabels[method]).join(', ')}
        </Row>
        {app.platformType ? (
          <Row term="App type">
            {types.length > 1 ? (
              <Segments
                label="App type"
                name="platform"
                value={app.platformType}
                options={types.map((value) => ({ value, label: labelOf(value) }))}
                onChange={onType}
              />
            ) : (
              labelOf(app.platformType)
            )}
          </Row>
        ) : null}
        <Row term="Issue refresh tokens">
          {app.issueRefreshTokens ? 'Yes. ' : 'No'}
          {byHand.some(({ field }) => field === 'issueRefreshTokens') ? (
            <span class="ch-hand">Set by hand: the link cannot</span>
          ) : null}
        </Row>
        <Row term="Scopes">
          {app.scopes.map((scope) => (
            <span key={scope}>
              <code>{scope}</code>{' '}
            </span>
          ))}
          <a href={chooser.backTo('calls')}>
            Change<span class="sr-only"> the scopes</span>
          </a>
        </Row>
        <div>
          <dt>
            <label for={brandId}>Accounts of</label>
          </dt>
          <dd class="ch-brand">
            <Select
              id={brandId}
              value={brand}
              options={brandChoices}
              onChoose={(chosen) => chooser.wish({ brand: chosen })}
            />
            <span>
              at <code>platform.ringcentral.{brand === 'ringcentral' ? 'com' : 'biz'}</code>
            </span>
          </dd>
        </div>
      </dl>
    </section>
  );
}
