import type { Exchange } from '#protocol/exchange.ts';
import type { JSX } from 'preact';
import { Tabs } from '#islands/parts/Tabs.tsx';
import type { KnownValue } from '#islands/parts/tint.ts';
import { Tinted } from '#islands/parts/Tinted.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { AnnotatedBody } from './AnnotatedBody.tsx';
import { sizeText, statusText } from './status-text.ts';

type Response = NonNullable<Exchange['response']>;

/** The line that says what came back: shape, status, time and size; and when and where it was sent. */
export function AnswerHead({ exchange, sent }: { exchange: Exchange; sent: string }): JSX.Element {
  const { response } = exchange;
  const good = response !== undefined && response.status < 400;
  return (
    <div class="pg-answer-head">
      <Verdict kind={response === undefined ? 'unknown' : good ? 'allowed' : 'refused'} />
      <code class={good ? 'pg-status' : 'pg-status pg-status-refused'}>
        {response ? statusText(response.status) : 'No answer'}
      </code>
      {exchange.failure ? <span>{exchange.failure.message}</span> : null}
      <span class="pg-figures">
        {exchange.durationMs === undefined ? null : `${Math.round(exchange.durationMs)} ms`}
      </span>
      <span class="pg-figures">{response ? sizeText(response.body ?? '') : null}</span>
      <span class="pg-answer-time pg-figures">{sent}</span>
    </div>
  );
}

function raw(response: Response): string {
  const headers = response.headers.map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${statusText(response.status)}`, ...headers, '', response.body ?? ''].join(
    '\n',
  );
}

/** What came back, annotated; its headers and its octets one tab away. */
export function AnswerBody({
  response,
  notes,
  known,
}: {
  response: Response;
  notes: Readonly<Record<string, string>>;
  known: readonly KnownValue[];
}): JSX.Element {
  return (
    <Tabs
      label="The answer as"
      tabs={[
        {
          id: 'body',
          label: 'Body',
          content: () => <AnnotatedBody body={response.body ?? ''} notes={notes} known={known} />,
        },
        {
          id: 'headers',
          label: 'Headers',
          content: () => (
            <dl class="pg-headers">
              {response.headers.map(([name, value], index) => (
                <div key={index}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          ),
        },
        {
          id: 'raw',
          label: 'Raw',
          content: () => (
            <pre class="pg-code">
              <code>
                <Tinted text={raw(response)} known={known} />
              </code>
            </pre>
          ),
        },
      ]}
    />
  );
}
