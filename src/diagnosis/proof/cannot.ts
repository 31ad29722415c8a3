import type { Exchange } from '#protocol/exchange.ts';
import type { Finding } from '../finding.ts';

const groups: readonly [RegExp, string][] = [
  [
    /^(?:OAU-14[78])$/,
    'The account is locked after wrong passwords. The sandbox locks no demo user, so that a flood locks nobody out.',
  ],
  [
    /^(?:OAU-142|OAU-10[15]|OAU-119|OAU-136|OAU-16[37]|OAU-23[26]|CMN-102|CMN-405)$/,
    'It is about the account or the extension at RingCentral. The sandbox has six demo users, and none is in that state.',
  ],
  [
    /^(?:OAU-12[0157]|OAU-16[45]|OAU-270)$/,
    'It is about where the app was released. The sandbox has no separate production where an app could be missing.',
  ],
  [
    /^(?:CMN-301|CMN-201|OAU-102)$/,
    'The sandbox does not have RingCentral’s own limits and outages: RingCentral does not publish how much it accepts.',
  ],
  [
    /^SANDBOX-USER/,
    'Single sign-on needs the company’s own provider, which the sandbox does not have.',
  ],
  [
    /^LINT-030$/,
    'Your program refuses this, and no server does: compare the states where the browser comes back.',
  ],
  [
    /^LINT-212$/,
    'The request names another app than yours. Its settings decide whether that app may use the flow, and this page does not know them.',
  ],
  [/^LINT-00/, 'The paste has no request and no answer, so there is nothing to send again.'],
];

const byDefault = 'The sandbox cannot cause this.';

/** Whether a server refused what the finding is about. */
export const isFailure = ({ kind, code }: Finding): boolean =>
  kind === 'wrong' || (kind !== 'well' && code !== undefined);

/** Why a finding cannot be shown in the sandbox. */
export function whyNot(found: Finding, exchange: Exchange | undefined): string {
  if (exchange?.failure) {
    return 'No answer came. The sandbox cannot imitate a network that drops a request.';
  }
  if (!isFailure(found)) return 'No server refuses this, so there is no failure to show.';
  const ids = [found.id, ...(found.code === undefined ? [] : [found.code])];
  return groups.find(([pattern]) => ids.some((id) => pattern.test(id)))?.[1] ?? byDefault;
}
