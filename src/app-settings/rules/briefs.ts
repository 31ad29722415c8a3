import type { RuleId } from './ids.ts';

/**
 * Each rule in one line, for a list of verdicts. The rule's own words say it whole; these stand apart
 * from them, because a server that refuses by the rules needs no line.
 */
export const ruleBriefs: Record<RuleId, string> = {
  M1: 'Gone from the guide since December 2022.',
  M2: 'The current portal has no method for it.',
  M3: 'Of the classic types, only Browser-based has it.',
  M4: 'The sources of 2021 disagree on this type.',
  M5: 'The method 3-legged OAuth is not chosen in this app.',
  M6: 'The method Password is not chosen in this app.',
  M7: 'The method JWT is not chosen in this app.',
  M8: 'No flow of this app returns a refresh token.',
  X1: 'Public apps may not use it.',
  X2: 'Private web and browser apps may not use it.',
  X3: 'Nobody signs in to an app with no user interface.',
  X7: 'Refresh tokens are not among this app’s flows.',
  X8: '“Issue refresh tokens” is off.',
  X10: 'The account enforces single sign-on.',
  X11: 'The account asks for a second factor.',
  X12: 'Ended for every app on 31 March 2024.',
  X13: 'The portal asks this app type for PKCE.',
  X16: 'A private app accepts only users of its own account.',
  X18: 'Each company’s credential has to list your client id.',
  X20: 'It is only for RingCentral’s trusted partners.',
  X21: 'It needs a redirect URI, and the app has none.',
  X22: 'These accounts are at platform.ringcentral.biz.',
  X23: 'The user lacks Third Party Apps Access.',
  X24: 'What else a bot may use is not known.',
  X26: 'The classic portal had no JWT flow.',
};
