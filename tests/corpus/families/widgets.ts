import { cannotTell, certain, family, likely } from '../family.ts';
import { clientId, clientSecret } from '../fake.ts';
import { pageApp } from '../settings.ts';

const adapter = 'https://apps.ringcentral.com/integration/ringcentral-embeddable/latest/adapter.js';
const app = 'https://apps.ringcentral.com/integration/ringcentral-embeddable/latest/app.html';

/** Addresses and script tags of the embeddable widget, and what its users say. */
export const widgets = family('widget address', [
  {
    id: 'widget-secret-in-tag',
    paste: `<script src="${adapter}?clientId=${clientId}&clientSecret=${clientSecret}&appServer=https://platform.ringcentral.com"></script>`,
    secrets: [clientSecret],
    ...certain(['LINT-167', 'LINT-013'], /secret/),
  },
  {
    id: 'widget-devtest-server',
    paste: `<iframe src="${app}?clientId=${clientId}&appServer=https://platform.devtest.ringcentral.com" width="300" height="500"></iframe>
Login button opens a window that never loads.`,
    ...likely(['LINT-050', 'LINT-175', 'OAU-165'], /devtest|platform\.ringcentral\.com/),
  },
  {
    id: 'widget-default-redirect-settings',
    paste: `${app}?clientId=${clientId}&appServer=https%3A%2F%2Fplatform.ringcentral.com

OAU-109 in the popup`,
    settings: pageApp,
    ...certain(['OAU-109', 'LINT-019'], /redirect\.html/),
  },
  {
    id: 'widget-own-redirect-not-registered',
    paste: `(function(){var rcs=document.createElement("script");rcs.src="${adapter}?clientId=${clientId}&redirectUri=https://crm.example.com/redirect.html";var rcs0=document.getElementsByTagName("script")[0];rcs0.parentNode.insertBefore(rcs,rcs0);})();
{ "error" : "invalid_redirect_uri", "errors" : [ { "errorCode" : "OAU-109", "message" : "Redirect URIs do not match" } ] }`,
    settings: pageApp,
    ...certain(['OAU-109', 'LINT-019'], /crm\.example\.com|regist/),
    source: 'ringcentral/ringcentral-embeddable#914',
  },
  {
    id: 'widget-popup-stays-open',
    paste: `${app}?clientId=${clientId}&redirectUri=https://crm.example.com/redirect.html
After the sign-in the popup shows our empty redirect.html and stays open, the widget still says Sign In.`,
    ...likely([], /redirect\.html|postMessage|origin|post/),
    source: 'ringcentral/ringcentral-js-widgets#30',
  },
  {
    id: 'widget-many-tabs',
    paste: `adapter.js on every page of our CRM, users have 10 to 15 tabs. "Request rate exceeded" (CMN-301), then all of them are logged out.`,
    ...likely(['CMN-301', 'LINT-178', 'LINT-309', 'LINT-223'], /tab/),
    source: 'ringcentral/ringcentral-embeddable#625',
  },
  {
    id: 'widget-no-word-of-an-error',
    paste: `<script src="${adapter}?clientId=${clientId}&redirectUri=https://crm.example.com/redirect.html"></script>
The widget doesn't work.`,
    ...cannotTell(/no (error|answer)|nothing|does not/, /popup|message|console|says|shows|error/),
  },
]);
