import type { Certainty } from '../../finding.ts';

/** The code names the cause, whatever else is told. */
const decisive = new Set([
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
]);

/** The code says what is wrong; what somebody tells besides may show a cause behind it. */
const byItself = new Set([
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

/** A code has several causes: which of them it is, nothing in it decides. */
export function certaintyOfCode(
  code: string,
  { isNamed, isAlone, isAtToken }: { isNamed: boolean; isAlone: boolean; isAtToken: boolean },
): Certainty {
  // At the API it is not told whose requests used the limit up.
  if (code === 'CMN-301') return isNamed && isAtToken && isAlone ? 'certain' : 'likely';
  if (decisive.has(code) && isNamed) return 'certain';
  return byItself.has(code) && isNamed && isAlone ? 'certain' : 'likely';
}
