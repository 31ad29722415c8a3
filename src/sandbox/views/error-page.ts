import type { ComparisonRow, Finding } from '#diagnosis/finding.ts';
import { errorHref } from '#protocol/errors/error-href.ts';
import type { Fault } from '#protocol/errors/fault.ts';
import type { AppRecord } from '../store/records.ts';
import { guess } from './guess.ts';
import type { Html } from './html.ts';
import { html, shorten, showInvisible, whole } from './html.ts';
import { icons } from './icons.ts';
import { ruleName } from './rule-name.ts';
import { hop, layout } from './layout.ts';
import type { Page } from './layout.ts';

export interface ErrorPageView {
  fault: Fault;
  status: number;
  app?: AppRecord | undefined;
  /** Why, by the rules that explain it everywhere. */
  finding: Finding;
  /** Every value that would have been right. */
  registered?: readonly string[] | undefined;
}

function segments(row: ComparisonRow): Html[] {
  return row.segments.map(({ text, tone }, at) => {
    if (tone === 'plain') return html`${shorten(text)}`;
    if (text !== '') return html`<mark>${shorten(text, 200)}</mark>`;
    return html`<span class="gap">${at === row.segments.length - 1 ? 'end' : 'nothing'}</span>`;
  });
}

/** The two texts that should be one, with the stretch marked in which they part. */
function comparison(rows: readonly ComparisonRow[]): Html {
  return html`<dl class="xray">
    ${rows.map(
      (row) =>
        html`<div>
          <dt>${row.label}</dt>
          <dd><code class="text">${segments(row)}</code></dd>
        </div>`,
    )}
  </dl>`;
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

function all(registered: readonly string[]): Html | string {
  if (registered.length === 0) return '';
  return html`<details>
    <summary>Registered: ${registered.length}</summary>
    <ul class="uris">
      ${registered.slice(0, 20).map((uri) => html`<li><code>${showInvisible(shorten(uri))}</code></li>`)}
    </ul>
  </details>`;
}

/**
 * What was wrong with a request that cannot be answered by redirect. Nothing on
 * it leads to an address that came with the request.
 */
export function errorPage(view: ErrorPageView): Page {
  const { fault, status, app, finding, registered = [] } = view;
  const { title, why, fix, comparison: rows } = finding;
  const named = fault.parameters?.[0]?.parameterName;
  return layout(
    { title: `Refused: ${title}`, wire: 'refused' },
    html`${hop('browser', 'server', `${status}, no redirect`)}
      <div role="alert">
        <h1 class="verdict">${icons.refused}<span>${whole(title)}</span></h1>
        <p class="lead">${why}</p>
      </div>
      ${rows ? comparison(rows) : sentValue(fault)} ${all(registered)}
      <section class="next" aria-labelledby="next">
        <h2 id="next">What to do</h2>
        <p>${fix ?? ''}</p>
        <div class="actions"><a class="button" href="/playground/">Open the playground</a></div>
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
          <dd>
            <a href="${errorHref(fault.code)}"><code>${fault.code}</code></a>
            ${ruleName(fault.rule)} ${guess(fault.code)}
          </dd>
        </div>
      </dl>
      <p class="note">
        The server answers here and not at the app: until it knows client and redirect URI, its
        answer could reach a stranger.
      </p>`,
  );
}
