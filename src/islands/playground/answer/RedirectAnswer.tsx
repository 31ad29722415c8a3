import type { JSX } from 'preact';
import type { Redirect, StateCheck } from '../model/kept-state.ts';
import { rfc } from '#flows/specs.ts';
import type { RfcSection } from '#protocol/rfc-sections.ts';
import { clockTime } from '#islands/parts/clock-time.ts';
import type { KnownValue } from '#islands/parts/tint.ts';
import { Tinted } from '#islands/parts/Tinted.tsx';
import { statusText } from './status-text.ts';
import { Check, Verdict, type VerdictKind } from '#islands/parts/Verdict.tsx';

const checks: Record<StateCheck, { kind: VerdictKind; word: string; why: string }> = {
  matches: {
    kind: 'allowed',
    word: 'Matches',
    why: 'A different value means that somebody else started this sign-in. Stop there.',
  },
  differs: {
    kind: 'refused',
    word: 'Differs',
    why: 'You did not send this one. Somebody else may have started this sign-in, so the flow stops.',
  },
  missing: {
    kind: 'refused',
    word: 'Missing',
    why: 'You sent one and the answer has none, so the flow stops.',
  },
  'not-sent': {
    kind: 'warning',
    word: 'Not sent',
    why: 'Without it your app cannot tell its own answer from a planted one.',
  },
  unexpected: {
    kind: 'refused',
    word: 'Unexpected',
    why: 'You sent none, and the answer has one, so the flow stops.',
  },
};

function StateVerdict({ check }: { check: StateCheck }): JSX.Element {
  const { kind, word } = checks[check];
  return <Check kind={kind}>{word}</Check>;
}

/** Both send the browser on with a GET, and never with the form that it has just posted. */
const redirects: Record<number, { why: string; section: RfcSection<9110> }> = {
  302: {
    why: 'The authorization server answered a GET: 302 sends the browser on to where the answer is.',
    section: '15.4.3',
  },
  303: {
    why: 'The authorization server answered a form: 303 sends the browser on with a GET, so that the browser does not post the form again. After a GET it answers 302.',
    section: '15.4.4',
  },
};

/** The redirect that came back: its address a parameter a line, then what each is for. */
export function RedirectAnswer({
  answer,
  status,
  known,
}: {
  answer: Redirect;
  /** What the redirect came with, where the sandbox told. */
  status: number | undefined;
  known: readonly KnownValue[];
}): JSX.Element {
  const [base, query = ''] = answer.url.split(/[?#]/, 2);
  // A fragment begins with its own sign: no server ever sees it.
  const sign = answer.url.charAt(base?.length ?? 0);
  const pairs = query === '' ? [] : query.split('&');
  const told = status === undefined ? undefined : redirects[status];
  const spec = rfc(9110, told?.section);
  const named = answer.parameters.some(({ name }) => name === 'state');
  return (
    <section class="pg-redirect" aria-label="Answer">
      <div class="pg-answer-head">
        <Verdict
          kind={answer.outcome === 'code' || answer.outcome === 'token' ? 'allowed' : 'refused'}
        />
        <code class="pg-status">{status === undefined ? 'Redirect' : statusText(status)}</code>
        <span>to your redirect URI</span>
        <span class="pg-answer-time pg-figures">received {clockTime(answer.receivedAt)}</span>
      </div>
      {answer.issuer ? (
        <p class="pg-strip pg-strip-warning">
          <Verdict kind="refused" />
          <span>
            {answer.issuer.said === undefined ? (
              <>
                This answer names no server, and <code>{answer.issuer.expected}</code> names itself
                in every answer of its.
              </>
            ) : (
              <>
                This answer is of <code>{answer.issuer.said}</code>, and you asked{' '}
                <code>{answer.issuer.expected}</code>.
              </>
            )}{' '}
            Somebody may be mixing up servers to get your code, so the flow stops here.{' '}
            <a class="pg-spec" href={rfc(9207, '2.4').href}>
              RFC 9207 2.4
            </a>
          </span>
        </p>
      ) : null}
      <pre class="pg-code pg-location">
        <code>
          <span class="pg-code-line">
            <span class="pg-faint">Location: </span>
            {base}
            {'\n'}
          </span>
          {pairs.map((pair, index) => (
            <span key={index} class="pg-code-line">
              {'  '}
              {index === 0 ? sign : '&'}
              <Tinted text={pair} known={known} />
              {'\n'}
            </span>
          ))}
        </code>
      </pre>
      <dl class="pg-facts">
        {answer.parameters.map((parameter, index) => (
          <div key={index}>
            <dt>{parameter.name}</dt>
            <dd>
              <span class="pg-fact-main">
                <span>{parameter.note ?? <code>{parameter.value}</code>}</span>
                {parameter.name === 'state' ? <StateVerdict check={answer.state} /> : null}
              </span>
              {parameter.name === 'state' ? (
                <span class="pg-note">{checks[answer.state].why}</span>
              ) : null}
              {parameter.name.startsWith('error') ? (
                <code class="pg-fact-value">{parameter.value}</code>
              ) : null}
            </dd>
          </div>
        ))}
        {named ? null : (
          <div>
            <dt>state</dt>
            <dd>
              <span class="pg-fact-main">
                <span>Not in the answer</span>
                <StateVerdict check={answer.state} />
              </span>
              <span class="pg-note">{checks[answer.state].why}</span>
            </dd>
          </div>
        )}
      </dl>
      {/* The log tells the status after the answer is shown: at the end it moves nothing. */}
      {told ? (
        <p class="pg-note">
          {told.why}{' '}
          <a class="pg-spec" href={spec.href}>
            {spec.label}
          </a>
        </p>
      ) : null}
    </section>
  );
}
