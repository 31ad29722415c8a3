import { useSignal } from '@preact/signals';
import type { JSX, RefObject } from 'preact';
import type { PlatformType } from '#app-settings/app.ts';
import type { FlowOutcome } from '#app-settings/chooser/outcome.ts';
import type { Recommendation } from '#app-settings/chooser/recommend.ts';
import { newAppLink } from '#app-settings/new-app-link/write.ts';
import { checkerLink } from '#islands/app-form/link.ts';
import { CopyText } from '#islands/parts/CopyText.tsx';
import { Icon } from '#islands/parts/Icon.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { canTry } from '#islands/try-it/playground-link.ts';
import { TryIt } from '#islands/try-it/TryIt.tsx';
import { AppToMake } from './AppToMake.tsx';
import { Behind } from './Behind.tsx';
import type { Chooser } from './model.ts';
import { NextSteps } from './NextSteps.tsx';

/** A flow as the answer, on one screen: what to do now, the app to make, what happens next. */
export function FlowAnswer({
  chooser,
  outcome,
  recommendation,
  title,
  say,
}: {
  chooser: Chooser;
  outcome: FlowOutcome;
  recommendation: Recommendation;
  title: RefObject<HTMLHeadingElement>;
  say: (message: string) => void;
}): JSX.Element {
  const type = useSignal<PlatformType | undefined>(undefined);
  const { apps, facts } = recommendation;
  const app = apps.find(({ platformType }) => platformType === type.value) ?? apps[0];
  const { name, uri } = chooser.typedProblems.value;
  const isBlocked = name !== undefined || uri !== undefined;
  const link = newAppLink(app);
  const run = canTry(outcome.flow) ? (
    <TryIt
      flow={outcome.flow}
      settings={app}
      label="Run it in the sandbox"
      icon="play"
      isPrimary
      blocked={isBlocked}
      say={say}
    />
  ) : null;
  return (
    <article class="ch-outcome ch-flow">
      <header>
        <h2 ref={title} tabIndex={-1}>
          <Verdict kind="allowed" size={20} />
          {outcome.title}
        </h2>
        <p class="ch-lead">{outcome.lead}</p>
        <div class="ch-acts">
          {run}
          {isBlocked ? null : (
            <a class="pg-button" href={link.href} rel="noreferrer">
              <Icon name="external" />
              Create this app at RingCentral
            </a>
          )}
          <a class="pg-button" href={`/${outcome.guide}/`}>
            Read the guide
          </a>
          {isBlocked ? (
            <p class="ch-blocked">Correct the marked field, and the links return.</p>
          ) : (
            <span class="ch-more">
              <a href={checkerLink(app, { facts })}>Open in the checker</a>
              <CopyText text={link.href} label="Copy the new-app link" icon="link" announce={say} />
            </span>
          )}
        </div>
      </header>
      <div class="ch-two">
        <AppToMake
          chooser={chooser}
          outcome={outcome}
          apps={apps}
          app={app}
          byHand={link.byHand}
          onType={(chosen) => {
            type.value = chosen;
          }}
        />
        <NextSteps outcome={outcome} app={app} link={isBlocked ? undefined : link} say={say} />
      </div>
      <Behind outcome={outcome} recommendation={recommendation} byHand={link.byHand} />
      {/* On a narrow screen the one primary button stays at the hand. */}
      <div class="ch-bar">{run}</div>
    </article>
  );
}
