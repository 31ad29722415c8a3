import type { JSX } from 'preact';
import { createMasker } from '#protocol/mask/mask.ts';
import { useMemo } from 'preact/hooks';
import { statusesOf } from '../diagram/statuses.ts';
import type { Playground } from '../model/playground.ts';
import type { RequestFold } from '../step/request-fold.ts';
import type { KnownValue } from '#islands/parts/tint.ts';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { AnswerBody, AnswerHead } from './ExchangeAnswer.tsx';
import { CustomerJwt } from './CustomerJwt.tsx';
import { FindingCard } from './FindingCard.tsx';
import { MadeAnswer } from './MadeAnswer.tsx';
import { RedirectAnswer } from './RedirectAnswer.tsx';
import { toldFinding } from './told.ts';
import { Waiting } from './Waiting.tsx';

/** What the open step left behind, whatever it was. */
export function Answer({
  playground,
  fold,
  known,
  level,
}: {
  playground: Playground;
  fold: RequestFold;
  known: readonly KnownValue[];
  level: 'h3' | 'h4';
}): JSX.Element | null {
  const { request, signIn, values } = playground;
  const { kind, name } = playground.server.value;
  const answer = request.answer.value;
  const step = playground.step.value.definition;
  // What belongs to a real server is held, and not read off a screen.
  const response = useMemo(() => {
    if (answer.kind !== 'exchange') return undefined;
    const { exchange } = answer;
    return kind === 'sandbox' ? exchange.response : createMasker().mask(exchange).response;
  }, [answer, kind]);
  const finding = toldFinding(playground);
  const told = finding ? (
    <FindingCard finding={finding} playground={playground} fold={fold} level={level} />
  ) : null;
  switch (answer.kind) {
    case 'none':
      return told;
    case 'made':
      return (
        <>
          <MadeAnswer names={answer.names} note={answer.note} step={step} known={known} />
          {step.making === 'jwt' ? <CustomerJwt announce={playground.words.announce} /> : null}
        </>
      );
    case 'waiting':
      return (
        <>
          {told}
          <Waiting signIn={signIn} answer={answer} host={kind === 'sandbox' ? undefined : name} />
        </>
      );
    case 'signed-in':
      return (
        <section class="pg-strip" aria-label="Answer">
          <Verdict kind="allowed" />
          <span>Signed in and allowed. The authorization server sends the browser back.</span>
        </section>
      );
    case 'redirect':
      return (
        <>
          {told}
          <RedirectAnswer
            answer={answer}
            status={statusesOf(values.transcript.value, playground.flow.steps).get(step.id)}
            known={known}
          />
        </>
      );
    case 'exchange':
      if (step.kind === 'navigate' && answer.outcome === 'done' && !answer.exchange.response) {
        return (
          <section class="pg-strip" aria-label="Answer">
            <Verdict kind="allowed" />
            <span>
              The browser went to the authorization server, which answers with its own page: step{' '}
              {playground.step.value.number + 1}.
            </span>
          </section>
        );
      }
      return (
        <section class="pg-answer" aria-label="Answer">
          <AnswerHead exchange={answer.exchange} sent={request.sentNote.value} />
          {step.expects && answer.outcome === 'refused' ? (
            <p class="pg-strip pg-as-expected">
              <Verdict kind="allowed" />
              <span>Refused, as it should be: that is what this step shows.</span>
            </p>
          ) : null}
          {told}
          {response ? (
            <AnswerBody response={response} notes={step.answerNotes} known={known} />
          ) : null}
        </section>
      );
  }
}
