import { eventHref } from '#protocol/event-href.ts';
import { isFailed, pathOf } from '#protocol/exchange-parts.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { LanguageId } from '#flows/language-names.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { JSX } from 'preact';
import { clockTime } from '#islands/parts/clock-time.ts';
import { FaultNote } from '#islands/parts/FaultNote.tsx';
import { Hop } from '#islands/parts/Hop.tsx';
import { memo } from '#islands/parts/memo.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { strangerWords } from '#islands/sandbox-events/stranger.ts';
import { Findings } from './Findings.tsx';
import { languageWords } from './model/language-words.ts';

const nothing: readonly Finding[] = [];

function Row({
  exchange,
  findings = nothing,
  past = false,
  by,
  expected = false,
}: {
  exchange: Exchange;
  findings?: readonly Finding[];
  past?: boolean;
  by?: readonly LanguageId[];
  expected?: boolean;
}): JSX.Element {
  const stranger = strangerWords(exchange);
  const status = exchange.response?.status;
  const refused = status === undefined || status >= 400;
  const bad = refused && !expected;
  const tone = findings.some(({ kind }) => kind === 'wrong') ? 'wrong' : bad ? 'plain' : 'well';
  return (
    <li
      class="qs-row"
      id={`request-${exchange.id}`}
      data-past={past || undefined}
      data-tone={tone}
      data-from={exchange.from}
      data-to={exchange.to}
    >
      <p class="qs-row-head">
        <Verdict
          kind={bad ? 'refused' : 'allowed'}
          label={bad ? 'Refused:' : refused ? 'Refused as expected:' : 'Answered:'}
        />
        <code>
          {exchange.request.method} {pathOf(exchange)}
        </code>
        <b class={bad ? 'pg-figures pg-bad' : 'pg-figures'}>{status ?? 'none'}</b>
      </p>
      <p class="qs-row-hop">
        <Hop from={exchange.from} to={exchange.to} />
        <time class="pg-figures" dateTime={new Date(exchange.startedAt).toISOString()}>
          {clockTime(exchange.startedAt)}
        </time>
      </p>
      {by ? <p class="qs-by">Of another program, in {languageWords(by)}</p> : null}
      {stranger ? <p class="qs-stranger">{stranger}</p> : null}
      <FaultNote exchange={exchange} />
      <Findings findings={findings} />
      {isFailed(exchange) ? (
        <p class="qs-row-way">
          <a href={eventHref(exchange.id)}>Open in the diagnoser</a>
        </p>
      ) : null}
    </li>
  );
}

/**
 * One request as it arrived, with what is right and wrong about it.
 *
 * @param props.past it came before the page was opened, or is another program's
 * @param props.by the languages that such a program may be written in
 * @param props.expected it follows from an act of the page
 */
export const RequestRow = memo(Row);
