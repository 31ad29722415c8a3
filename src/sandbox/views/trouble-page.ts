import type { Fault } from '#protocol/errors/fault.ts';
import { explainRefusal } from '#diagnosis/explain-refusal.ts';
import { html, whole } from './html.ts';
import { icons } from './icons.ts';
import { hop, layout } from './layout.ts';
import type { Page } from './layout.ts';

/** The sandbox cannot work in this browser as it stands; the request is not at fault. */
export function troublePage(fault: Fault): Page {
  const { title, why, fix = '' } = explainRefusal(fault);
  return layout(
    { title, wire: 'refused' },
    html`${hop('browser', 'server', '503, not answered')}
      <div role="alert">
        <h1 class="verdict">${icons.refused}<span>${whole(title)}</span></h1>
        <p class="lead">${why} Nothing is wrong with your request.</p>
      </div>
      <section class="next" aria-labelledby="next">
        <h2 id="next">What to do</h2>
        <p>${fix}</p>
      </section>
      <dl class="facts">
        <div>
          <dt>Code</dt>
          <dd><code>${fault.code}</code></dd>
        </div>
      </dl>`,
  );
}
