/**
 * The numbers of the rules that the table answers for, by section. A number that
 * is neither a row nor in `not-applicable.ts` fails `complete.test.ts`.
 */
export const sections = [
  { name: 'All endpoints and transport', from: 1, to: 15 },
  { name: 'Client registration', from: 16, to: 23 },
  { name: 'Authorization endpoint', from: 24, to: 72 },
  { name: 'PKCE at the authorization endpoint', from: 73, to: 81 },
  { name: 'Implicit', from: 82, to: 87 },
  { name: 'Token endpoint', from: 88, to: 99 },
  { name: 'Client authentication', from: 100, to: 117 },
  { name: 'Authorization code grant', from: 118, to: 136 },
  { name: 'Password grant', from: 137, to: 140 },
  { name: 'Refresh token grant', from: 141, to: 151 },
  { name: 'Client credentials grant', from: 152, to: 152 },
  { name: 'JWT bearer grant', from: 153, to: 163 },
  { name: 'Revocation', from: 164, to: 175 },
  { name: 'Protected resource', from: 176, to: 189 },
  { name: 'Metadata, CORS, service worker', from: 190, to: 200 },
] as const;

const numbered = (number: number) => `AS-${String(number).padStart(3, '0')}`;

/** `AS-001` and so on: every rule of these sections. */
export const ruleNumbers: readonly string[] = sections.flatMap(({ from, to }) =>
  Array.from({ length: to - from + 1 }, (_, index) => numbered(from + index)),
);

/** `AS-124b` is a row of `AS-124`. */
export const ruleOf = (rowId: string) => rowId.replace(/[a-z]$/, '');
