import type { FlowParameter } from '../flow.ts';
import type { SpecLink } from '../specs.ts';

const openApi: SpecLink = {
  label: 'OpenAPI document',
  href: 'https://netstorage.ringcentral.com/dpw/api-reference/specs/rc-platform.yml',
};
/**
 * Its pages by their whole addresses, as the check of sources reads them:
 * @see https://github.com/ringcentral/ringcentral-api-docs/blob/64067a50/docs/authentication/oauth-request.md
 * @see https://github.com/ringcentral/ringcentral-api-docs/blob/64067a50/docs/basics/partners/auth.md
 */
const guide = (label: string, page: string): SpecLink => ({
  label,
  href: `https://github.com/ringcentral/ringcentral-api-docs/blob/64067a50/docs/${page}`,
});

/** One that RingCentral documents and few apps send: offered behind a control of its own. */
const option = (name: string, value: string, meaning: string, spec: SpecLink): FlowParameter => ({
  name,
  source: { kind: 'fixed', value },
  meaning,
  required: false,
  leftOut: true,
  folded: true,
  spec,
});

/**
 * The optional parameters of the authorization request that RingCentral documents. They shape the
 * sign-in’s pages; only `prompt=none` decides what comes back.
 */
export const authorizeOptions: FlowParameter[] = [
  option(
    'login_hint',
    '+18335550100*103',
    'Who should sign in. Here a demo user’s number, extension or e-mail fills the form; that RingCentral does so is inferred from OpenID Connect',
    openApi,
  ),
  option(
    'prompt',
    'login sso',
    '`login`, `sso` and `consent` ask for pages, in any number. `none` alone asks for an answer without one: the sandbox answers login_required; what RingCentral answers is inferred. Its guide calls prompt its own use',
    openApi,
  ),
  option(
    'ui_locales',
    'en-US',
    'Languages for RingCentral’s pages, the best first. The sandbox has only English',
    openApi,
  ),
  option(
    'display',
    'page',
    '`page`, `popup`, `touch` or `mobile`: the shape of RingCentral’s page. The sandbox shows one for all',
    guide('RingCentral’s guide', 'authentication/oauth-request.md'),
  ),
  option(
    'brand_id',
    '1210',
    'Whose logo RingCentral’s page shows, such as 7710 for BT; without it, RingCentral’s. The sandbox names the brand in words',
    guide('RingCentral’s guide', 'basics/partners/auth.md'),
  ),
];
