import type { JSX } from 'preact';
import { usualOrigin } from '#protocol/usual-origin.ts';

/** Said where there is no JavaScript: the same, from a terminal. */
const html = `<div class="cs-noscript"><p>With JavaScript, this page shows the sandbox's apps, users, JWT credentials, requests, faults, clock and policy. Without it, the same control API answers a terminal, on the computer that runs <code>npm start</code>:</p><pre class="pg-code"><code>curl ${usualOrigin}/sandbox/api/apps
curl ${usualOrigin}/sandbox/api/sessions
curl -X PUT ${usualOrigin}/sandbox/api/clock \\
  -H 'Content-Type: application/json' -d '{"offsetSeconds":3600}'
curl -X POST ${usualOrigin}/sandbox/api/apps/sandbox-server-web/faults \\
  -H 'Content-Type: application/json' -d '{"fault":"rate-limit","requests":1}'
curl -X POST ${usualOrigin}/sandbox/api/reset</code></pre><p>Every call is described in <a href="/sandbox/openapi.json">its OpenAPI document</a>.</p></div>`;

export function WithoutScript(): JSX.Element {
  return <noscript dangerouslySetInnerHTML={{ __html: html }} />;
}
