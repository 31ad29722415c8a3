import type { Finding } from '#diagnosis/finding.ts';
import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { statusesOf } from '../diagram/statuses.ts';
import type { StepAnswer } from '../model/kept-state.ts';
import type { Playground } from '../model/playground.ts';
import { heldSecrets } from '../step/held-secrets.ts';
import { ShowSecret } from '../step/ShowSecret.tsx';
import type { RequestFold } from '../step/request-fold.ts';
import type { KnownValue } from '#islands/parts/tint.ts';
import { late } from '#islands/parts/late.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { AnswerBody, AnswerHead } from './ExchangeAnswer.tsx';
import { CustomerJwt } from './CustomerJwt.tsx';
import { FindingCard } from './FindingCard.tsx';
import { hiddenAnswer, hiddenFinding, hiddenValues } from './hidden-answer.ts';
import { MadeAnswer } from './MadeAnswer.tsx';
import { RedirectAnswer } from './RedirectAnswer.tsx';
import { toldFinding } from './told.ts';
import { Waiting } from './Waiting.tsx';

/** Comes with the first answer, and says nothing of one that met no fault. */
const LateFault = late(async () => (await import('#islands/parts/FaultNote.tsx')).MetFault);

interface AnswerProps {
  playground: Playground;
  fold: RequestFold;
  known: readonly KnownValue[];
  level: 'h3' | 'h4';
}

/** What the open step left behind, as it is on screen. */
function Told({
  playground,
  fold,
  known,
  level,
  answer,
  finding,
}: AnswerProps & { answer: StepAnswer; finding: Finding | undefined }): JSX.Element | null {
  const { request, signIn, values } = playground;
  const { kind, name } = playground.server.value;
  const step = playground.step.value.definition;
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
          {step.making === 'jwt' ? (
            <CustomerJwt
              {...(kind === 'ringcentral' ? { clientId: playground.app.value.clientId } : {})}
              announce={playground.words.announce}
            />
          ) : null}
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
          <LateFault among={values.transcript.value.exchanges} back />
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
          {answer.exchange.response && <LateFault among={[answer.exchange]} />}
          {step.expects && answer.outcome === 'refused' ? (
            <p class="pg-strip pg-as-expected">
              <Verdict kind="allowed" />
              <span>The server refused, as it should: this step shows that.</span>
            </p>
          ) : null}
          {told}
          {answer.exchange.response ? (
            <AnswerBody
              response={answer.exchange.response}
              notes={step.answerNotes}
              known={known}
            />
          ) : null}
        </section>
      );
  }
}

/** What the open step left behind, whatever it was; a real server’s secrets with a press. */
export function Answer(props: AnswerProps): JSX.Element | null {
  const { playground, known } = props;
  const isReal = playground.server.value.kind !== 'sandbox';
  const answer = playground.request.answer.value;
  const isShown = useSignal(false);
  const hidden = useMemo(() => (isReal ? hiddenAnswer(answer) : answer), [answer, isReal]);
  const found = toldFinding(playground);
  const finding = isReal && found ? hiddenFinding(found, heldSecrets(playground)) : found;
  const made = isReal ? hiddenValues(known, playground.values.all.value) : known;
  const isMade = (name: string): boolean => answer.kind === 'made' && answer.names.includes(name);
  const hides =
    finding !== found ||
    JSON.stringify(hidden) !== JSON.stringify(answer) ||
    made.some(({ name, value }, at) => isMade(name) && value !== known[at]?.value);
  const shows = isShown.value || !hides;
  return (
    <>
      <Told
        {...props}
        answer={shows ? answer : hidden}
        known={shows ? known : made}
        finding={shows ? found : finding}
      />
      {hides ? (
        <p class="pg-note pg-answer-show">
          The secrets of this answer are hidden.{' '}
          <ShowSecret
            of="the secrets of this answer"
            isShown={isShown.value}
            onToggle={() => (isShown.value = !isShown.value)}
          />
        </p>
      ) : null}
    </>
  );
}
