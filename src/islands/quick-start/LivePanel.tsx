import { effect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { pathOf } from '#protocol/exchange-parts.ts';
import type { LanguageId } from '#flows/language-names.ts';
import { createAnnouncer } from '#islands/parts/announcer.ts';
import { EarlierRequests } from '#islands/parts/EarlierRequests.tsx';
import { late } from '#islands/parts/late.tsx';
import { LeaveOutStrangers } from '#islands/parts/LeaveOutStrangers.tsx';
import { Spoken } from '#islands/parts/Spoken.tsx';
import { Acts } from './Acts.tsx';
import { litPart, markPage } from './light-page.ts';
import type { ProgramKind } from './model/program.ts';
import type { LiveRow } from './model/live-rows.ts';
import { OthersRequests } from './OthersRequests.tsx';
import { Notices } from './Notices.tsx';
import { RequestRow } from './RequestRow.tsx';
import { useQuickStart } from './shared.ts';
import '#islands/parts/parts.css';
import '#islands/diagram/diagram.css';
import './quick-start.css';

/** They come with the first request: a page that nobody runs a program beside needs neither. */
const LateDiagram = late(async () => (await import('./Diagram.tsx')).Diagram);
const LateSum = late(async () => (await import('./SumCard.tsx')).SumCard, {
  failed: (_, again) => (
    <section class="pg-panel qs-sum" aria-label="So far">
      <p class="pg-note">This part of the page could not be loaded.</p>
      <button type="button" class="pg-button pg-button-small" onClick={again}>
        Try again
      </button>
    </section>
  ),
});

const idle = {
  node: 'Listening to',
  checking: 'Looking for the sandbox',
  static: '',
  unreachable: '',
};

function Row({ row }: { row: LiveRow }): JSX.Element {
  switch (row.kind) {
    case 'gap':
      return <li class="qs-gap">Requests are missing here: the sandbox no longer keeps them.</li>;
    case 'past':
      return <RequestRow exchange={row.exchange} past {...(row.by && { by: row.by })} />;
    case 'exchange':
      return (
        <RequestRow
          exchange={row.exchange}
          findings={row.findings}
          expected={row.expected !== undefined}
        />
      );
  }
}

/**
 * The reader's own program, watched live: each request of its app as the sandbox sees it, with what
 * is right and wrong about it.
 *
 * @param props.language the program's: what one in another language sends is left out
 * @param props.command what starts the program, for "Listening. Run `…`"
 */
export function LivePanel({
  kind,
  command,
  language,
}: {
  kind: ProgramKind['id'];
  command: string;
  language: LanguageId;
}): JSX.Element {
  const quickStart = useQuickStart(kind, language);
  const said = useMemo(createAnnouncer, []);
  const [open, setOpen] = useState(false);
  const list = useRef<HTMLOListElement>(null);

  const rows = quickStart.rows.value;
  const exchanges = rows.flatMap((row) => (row.kind === 'exchange' ? [row.exchange] : []));
  const { host, paused, waiting, awaited, app } = quickStart;
  const spoken = useRef<string>();

  // Follow: the newest stays in view, and the page stays where it is.
  useEffect(() => {
    if (!paused.value) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [rows.at(-1), awaited.value, quickStart.others.value.count, quickStart.outcome.value]);

  useEffect(() => {
    const read = (among: readonly LiveRow[]) =>
      among.flatMap((row) => (row.kind === 'exchange' ? [row] : []));
    // What another part of the page had listed before this one woke.
    spoken.current = read(quickStart.rows.peek()).at(-1)?.exchange.id;
    return effect(() => {
      const current = read(quickStart.rows.value);
      markPage(current, litPart(current));
      const last = current.at(-1);
      if (!last || last.exchange.id === spoken.current) return;
      // The first batch is what was there already: nobody wants it read out.
      if (spoken.current !== undefined || current.length === 1) {
        const wrong = last.findings.filter(({ kind }) => kind === 'wrong').length;
        said.announce(
          `${last.exchange.request.method} ${pathOf(last.exchange)} answered ${last.exchange.response?.status ?? 'nothing'}.${wrong > 0 ? ` ${wrong} to put right.` : ''}`,
        );
      }
      spoken.current = last.exchange.id;
    });
  }, [quickStart]);

  return (
    <div class="qs-live" data-open={open || undefined}>
      <button
        type="button"
        class="qs-bar"
        aria-expanded={open}
        aria-controls="live-panel"
        onClick={() => setOpen(!open)}
      >
        <span class="qs-dot" data-live={host.value === 'node' || undefined} />
        Live: {exchanges.length === 1 ? '1 request' : `${exchanges.length} requests`}
      </button>
      <div class="qs-panels" id="live-panel">
        <section class="pg-panel qs-panel" aria-label="Your program, live">
          <header class="qs-head">
            <h2>
              <span class="qs-dot" data-live={host.value === 'node' || undefined} />
              Your program, live
            </h2>
            {host.value === 'static' ? null : (
              <div class="qs-head-buttons" role="group" aria-label="The list">
                <button
                  type="button"
                  class="pg-button pg-button-small"
                  aria-pressed={paused.value}
                  onClick={() => (paused.value ? quickStart.follow() : quickStart.pause())}
                >
                  {paused.value
                    ? `Follow${waiting.value > 0 ? ` (${waiting.value})` : ''}`
                    : 'Pause'}
                </button>
                <button
                  type="button"
                  class="pg-button pg-button-small"
                  disabled={exchanges.length === 0}
                  onClick={() => {
                    quickStart.clear();
                    said.announce('The list is empty. The sandbox keeps what it has.');
                  }}
                >
                  Clear
                </button>
              </div>
            )}
            <p class="pg-note">
              {idle[host.value]}{' '}
              {host.value === 'node' && app.value ? <code>{app.value.clientId}</code> : null}
              {host.value === 'node' ? '. Secrets are hidden before they arrive here.' : null}
            </p>
          </header>
          <Notices quickStart={quickStart} />
          {exchanges.length > 0 ? <LateDiagram rows={rows} /> : null}
          {host.value === 'node' ? (
            <div class="qs-which">
              <LeaveOutStrangers
                checked={quickStart.leaveOutStrangers.value}
                onChange={quickStart.setLeaveOutStrangers}
              />
              <OthersRequests
                others={quickStart.others.value}
                show={(shown) => {
                  quickStart.showOthers(shown);
                  said.announce(shown ? 'They are shown.' : 'They are left out.');
                }}
              />
              <EarlierRequests
                count={quickStart.folded.value}
                show={quickStart.showEarlier}
                say={said.announce}
                onEmpty={() => list.current?.focus()}
              />
            </div>
          ) : null}
          {host.value === 'static' ? null : (
            <ol class="qs-rows" ref={list} tabIndex={0} aria-label="Requests of your program">
              {quickStart.drawn.value.map((row) => (
                <Row key={row.kind === 'gap' ? row.id : row.exchange.id} row={row} />
              ))}
              {host.value === 'node' && awaited.value ? (
                <li class="qs-awaited">
                  <p class="qs-row-head">
                    <span class="qs-dots" aria-hidden="true" />
                    <code>{awaited.value.request}</code>
                  </p>
                  <p class="pg-note">
                    {exchanges.length === 0 ? (
                      <>
                        Listening. Run <code>{command}</code>
                        {quickStart.kind.serves
                          ? ', open the address that it prints and sign in: the first request appears here.'
                          : ' and the first request appears here.'}
                      </>
                    ) : (
                      awaited.value.words
                    )}
                  </p>
                </li>
              ) : null}
            </ol>
          )}
          {host.value === 'node' ? <Acts quickStart={quickStart} say={said.announce} /> : null}
        </section>
        {exchanges.length > 0 ? <LateSum quickStart={quickStart} /> : null}
      </div>
      <Spoken announcement={said.announcement} />
    </div>
  );
}
