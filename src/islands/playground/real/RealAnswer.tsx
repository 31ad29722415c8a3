import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { caseOf } from '#diagnosis/case.ts';
import type { RealFinding } from '#diagnosis/real/explain-real.ts';
import { noveltyWords } from '#diagnosis/real/novelty.ts';
import { unseenOf } from '#diagnosis/real/unseen.ts';
import { Prose } from '#islands/parts/Prose.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { browserStorage } from '#islands/storage/storage.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { isRingCentral } from '#protocol/ringcentral-hosts.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { Playground } from '../model/playground.ts';
import { type Compared, compare } from './compare.ts';
import { ComparedRows } from './ComparedRows.tsx';
import { formSettings } from './form-settings.ts';
import { realExchange } from './real-exchange.ts';
import './real.css';

export interface RealAnswerProps {
  playground: Playground;
  level: 'h3' | 'h4';
}

const isReal = (found: Finding | undefined): found is RealFinding =>
  found !== undefined && 'news' in found;

/** What is new in it, and what this page cannot see of it. */
function Limits({
  playground,
  exchange,
}: {
  playground: Playground;
  exchange: Exchange;
}): JSX.Element {
  const found = playground.explanation.value;
  const news = isReal(found) ? found.news : [];
  const asks = isReal(found) && found.asksForSettings;
  const settings = formSettings(browserStorage('sessionStorage'));
  const { clientId, clientType } = playground.app.value;
  const app = settings && { clientId, clientType, redirectUris: settings.redirectUris, settings };
  const unseen = unseenOf(caseOf(exchange, [], { app }));
  return (
    <>
      {news.map((each) => (
        <p key={each.value} class="pg-strip pg-strip-warning">
          <Verdict kind="unknown" />
          <span>
            <Prose text={noveltyWords(each)} />
          </span>
        </p>
      ))}
      <p class="pg-note">
        This page cannot see {unseen.slice(0, -1).join(', ')}
        {unseen.length > 1 ? ' or ' : ''}
        {unseen.at(-1)}.{' '}
        {settings ? (
          <>
            It reads your app’s settings from <a href="/checker/">the checker’s form</a> of this
            tab.
          </>
        ) : asks ? (
          <>
            Its settings decide this answer.{' '}
            <a href="/checker/">Enter them in the checker’s form</a>, and this page uses them. Do so
            before you start: a run at a real server ends when you leave this page.
          </>
        ) : null}
      </p>
    </>
  );
}

/** Beside a real server's answer: its limits, and how the sandbox answers the same request. */
export function RealAnswer({ playground, level }: RealAnswerProps): JSX.Element | null {
  const Heading = level;
  const exchange = realExchange(playground.request.answer.value);
  const state = useSignal<Compared | 'asking' | undefined>(undefined);
  const id = exchange?.id;
  useEffect(() => {
    state.value = undefined;
  }, [id]);
  if (!exchange) return null;
  const { announce } = playground.words;
  const { origin, host } = new URL(exchange.server?.origin ?? exchange.request.url);
  const server = isRingCentral(origin) ? 'RingCentral' : 'Your server';

  const ask = async (): Promise<void> => {
    state.value = 'asking';
    const all = playground.values.transcript.peek().exchanges;
    const at = all.findIndex((one) => one.id === exchange.id);
    const came = await compare(exchange, at < 0 ? all : all.slice(0, at), window.location.origin);
    // The reader may have gone on meanwhile.
    if (realExchange(playground.request.answer.peek())?.id !== exchange.id) return;
    state.value = came;
    announce(came.kind === 'compared' ? 'Compared with the sandbox.' : came.why);
  };

  const shown = state.value;
  return (
    <section class="rl" aria-label="Beside the sandbox">
      <Limits playground={playground} exchange={exchange} />
      <Heading class="rl-title">How the sandbox answers the same request</Heading>
      {shown === undefined || shown === 'asking' ? (
        <div class="pg-buttons">
          <button
            type="button"
            class="pg-button pg-button-small"
            disabled={shown === 'asking'}
            onClick={() => void ask()}
          >
            {shown === 'asking' ? 'Asking the sandbox' : 'Ask the sandbox'}
          </button>
          <span class="pg-note">
            The sandbox uses its own app and user instead of your app and user. {host} is not asked
            again.
          </span>
        </div>
      ) : shown.kind === 'compared' ? (
        <ComparedRows compared={shown} server={server} announce={announce} />
      ) : (
        <>
          <p class="pg-strip pg-strip-warning">
            <Verdict kind="unknown" />
            <span>{shown.why}</span>
          </p>
          {shown.kind === 'failed' ? (
            <div class="pg-buttons">
              <button type="button" class="pg-button pg-button-small" onClick={() => void ask()}>
                Ask again
              </button>
            </div>
          ) : null}
        </>
      )}
    </section>
  );
}
