import type { Fault } from '#protocol/errors/fault.ts';
import type { AppRecord } from '../store/records.ts';
import { findDifference } from './difference.ts';
import type { MarkedText } from './difference.ts';
import { explainFault } from './explain-fault.ts';
import type { Html } from './html.ts';
import { html, shorten, showInvisible } from './html.ts';
import { icons } from './icons.ts';
import { hop, layout } from './layout.ts';
import type { Page } from './layout.ts';

export interface ErrorPageView {
  fault: Fault;
  status: number;
  app?: AppRecord | undefined;
  /** What was sent and the registered text most like it, where the two are worth a comparison. */
  compare?: { sent: string; registered: string } | undefined;
  /** Every value that would have been right. */
  registered?: readonly string[] | undefined;
}

function marked({ before, marked: mark, after }: MarkedText): Html {
  const shown =
    mark === ''
      ? html`<span class="gap">${after === '' ? 'end' : 'nothing'}</span>`
      : html`<mark>${showInvisible(shorten(mark, 200))}</mark>`;
  return html`<code class="text"
    >${showInvisible(before)}${shown}${showInvisible(shorten(after, 200))}</code
  >`;
}

function comparison({ sent, registered }: { sent: string; registered: string }): Html {
  const difference = findDifference(sent, registered);
  return html`<dl class="xray">
      <div>
        <dt>Sent</dt>
        <dd>${marked(difference.sent)}</dd>
      </div>
      <div>
        <dt>Registered</dt>
        <dd>${marked(difference.registered)}</dd>
      </div>
    </dl>
    <p class="note">The two part at character ${difference.at}.</p>`;
}

function sentValue(fault: Fault): Html | string {
  const [first] = fault.parameters ?? [];
  if (first?.parameterValue === undefined || first.parameterValue === '') return '';
  return html`<dl class="xray">
    <div>
      <dt>Sent</dt>
      <dd><code class="text">${showInvisible(shorten(first.parameterValue))}</code></dd>
    </div>
  </dl>`;
}

function others(registered: readonly string[], compared: string | undefined): Html | string {
  const rest = registered.filter((uri) => uri !== compared);
  if (rest.length === 0) return '';
  return html`<details>
    <summary>${compared === undefined ? 'Registered' : 'Also registered'}: ${rest.length}</summary>
    <ul class="uris">
      ${rest.slice(0, 20).map((uri) => html`<li><code>${showInvisible(shorten(uri))}</code></li>`)}
    </ul>
  </details>`;
}

/**
 * What was wrong with a request that cannot be answered by redirect. Nothing on
 * it leads to an address that came with the request.
 */
export function errorPage(view: ErrorPageView): Page {
  const { fault, status, app, compare, registered = [] } = view;
  const { title, why, next } = explainFault(fault);
  const named = fault.parameters?.[0]?.parameterName;
  return layout(
    { title: `Refused: ${title}`, wire: 'refused' },
    html`${hop('browser', 'server', `${status}, no redirect`)}
      <div role="alert">
        <h1 class="verdict">${icons.refused}<span>${title}</span></h1>
        <p class="lead">${why}</p>
      </div>
      ${compare ? comparison(compare) : sentValue(fault)} ${others(registered, compare?.registered)}
      <section class="next" aria-labelledby="next">
        <h2 id="next">What to do</h2>
        <p>${next}</p>
      </section>
      <dl class="facts">
        ${
          named
            ? html`<div>
                <dt>Parameter</dt>
                <dd><code>${showInvisible(shorten(named, 100))}</code></dd>
              </div>`
            : ''
        }
        ${
          app
            ? html`<div>
                <dt>App</dt>
                <dd>${app.name}, <code>${app.clientId}</code></dd>
              </div>`
            : ''
        }
        <div>
          <dt>Code and rule</dt>
          <dd><code>${fault.code}</code> <code>${fault.rule}</code></dd>
        </div>
      </dl>
      <p class="note">
        The server answers here and not at the app: until client and redirect URI are known, an
        answer could reach a stranger.
      </p>`,
  );
}
