import type { AuthorizeCheck } from './request.ts';

/** AS-032: a protocol parameter comes once, even when the values are equal. */
export const duplicates: AuthorizeCheck = ({ repeated }) => {
  if (repeated.size === 0) return undefined;
  return {
    code: 'OAU-111',
    rule: 'AS-032',
    message: `Request parameter duplication detected: ${[...repeated].join(', ')}`,
  };
};
