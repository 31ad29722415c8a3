import { rfc } from '#flows/specs.ts';
import type { Case } from '../../case.ts';
import { expectedAndSent } from '../../compare/segments.ts';
import { finding } from '../../finding.ts';
import { putBack } from '../../offers.ts';
import type { DiagnosisRule } from '../../rule.ts';

const source = (one: Case, parameter: string) => [{ source: one.exchange.id, parameter }];

/** OAU-140: no such user, or another password. */
export const userNotFound: DiagnosisRule = (one) => {
  const { code, sent, values, task } = one;
  if (code !== 'OAU-140' || task !== 'token') return undefined;
  const user = values?.['username']?.value;
  const password = values?.['password']?.value;
  const givenUser = sent.get('username') ?? '';
  const given = sent.get('password') ?? '';
  if (user !== undefined && user !== givenUser) {
    return finding({
      id: 'OAU-140',
      who: 'user',
      title: 'The request names another user than the one in hand',
      claims: [
        { text: 'There is no such user, or the password is not theirs.', certainty: 'cannot tell' },
      ],
      why: 'There is no such user, or the password is not theirs: the answer is the same for both, so that nobody can find out which extensions exist. An account of another environment gets the same answer.',
      fix: 'Write the number with its country code, `*`, and the extension of the user.',
      evidence: source(one, 'username'),
      comparison: expectedAndSent({ label: 'The user in hand', text: user }, givenUser),
      sources: [rfc(6749, '4.3.2')],
      actions: [putBack(one, ['username'])],
    });
  }
  const space = password !== undefined && password !== given && given.trim() === password;
  return finding({
    id: 'OAU-140',
    who: 'user',
    title: space ? 'The password has a space in it' : 'User or password is wrong',
    certainty: password !== undefined && password !== given ? 'certain' : 'likely',
    why: space
      ? 'Somebody copied a space with it. The server trims nothing, and does not say which of the two was wrong.'
      : 'The server does not say which of the two was wrong.',
    fix: 'Send what the user typed, percent-encoded and otherwise unchanged.',
    evidence: source(one, 'password'),
    sources: [rfc(6749, '4.3.2')],
    actions: [putBack(one, ['password', 'username'])],
  });
};

/** OAU-168: a second factor, for which the password grant has no place. */
export const secondFactor: DiagnosisRule = (one) =>
  one.code === 'OAU-168'
    ? finding({
        id: 'OAU-168',
        who: 'developer',
        title: 'This user signs in with a second factor',
        why: 'A password is not enough for this user, and the grant cannot ask for a second factor.',
        fix: 'Use authorization code, or JWT for a server.',
        evidence: source(one, 'username'),
        sources: [rfc(9700, '2.4')],
        actions: [putBack(one, ['username'])],
      })
    : undefined;

/** SANDBOX-USER-3: the company signs in elsewhere. */
export const singleSignOn: DiagnosisRule = (one) =>
  one.code === 'SANDBOX-USER-3' && one.task === 'token'
    ? finding({
        id: 'SANDBOX-USER-3',
        who: 'developer',
        title: 'This user signs in at the company’s own provider',
        why: 'RingCentral has no password of this user. We found no public record of RingCentral’s code for this, so the sandbox has its own.',
        fix: 'Use authorization code, or JWT for a server.',
        evidence: source(one, 'username'),
        sources: [rfc(9700, '2.4')],
        actions: [putBack(one, ['username'])],
      })
    : undefined;
