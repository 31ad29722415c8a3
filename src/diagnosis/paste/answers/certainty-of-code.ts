import type { Certainty } from '../../finding.ts';

/** Codes that say one thing: what is wrong, though perhaps not why. */
const sayOneThing = new Set([
  'OAU-101',
  'OAU-105',
  'OAU-108',
  'OAU-110',
  'OAU-111',
  'OAU-112',
  'OAU-113',
  'OAU-119',
  'OAU-127',
  'OAU-128',
  'OAU-136',
  'OAU-141',
  'OAU-142',
  'OAU-147',
  'OAU-148',
  'OAU-152',
  'OAU-163',
  'OAU-165',
  'OAU-167',
  'OAU-168',
  'OAU-210',
  'OAU-211',
  'OAU-222',
  'OAU-236',
  'AGW-401',
  'CMN-201',
  'CMN-202',
  'OAU-109',
  'OAU-123',
  'OAU-125',
  'OAU-129',
  'OAU-146',
  'OAU-149',
  'OAU-151',
  'OAU-153',
  'OAU-250',
  'OAU-251',
  'OAU-473',
  'CMN-401',
  'CMN-408',
]);

/**
 * How sure it is what the server says. A code that says one thing is certain where it stands alone:
 * a story, a program or a second request beside it may show the cause behind it, or that it is not
 * what went wrong. The sandbox's own codes each say one thing.
 */
export function certaintyOfCode(
  code: string,
  { isNamed, isAlone, isAtToken }: { isNamed: boolean; isAlone: boolean; isAtToken: boolean },
): Certainty {
  if (!isNamed || !isAlone) return 'likely';
  // At the API it is not told whose requests used the limit up.
  if (code === 'CMN-301') return isAtToken ? 'certain' : 'likely';
  return sayOneThing.has(code) || code.startsWith('SANDBOX-') ? 'certain' : 'likely';
}
