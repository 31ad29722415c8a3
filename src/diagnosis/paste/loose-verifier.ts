import { isMasked } from '../case.ts';
import { diagnoseVerifier } from '../compare/verifier.ts';
import type { LooseVerifier, PastedExchange } from './paste-case.ts';

const labelled = /verifier[^\n]{0,40}?[\s=:"'`]([\w.~-]{43,128})(?![\w.~-])/i;

/**
 * A verifier that somebody wrote beside an authorization request, and what its hash says of the
 * challenge there. The engine itself looks at one that a token request carries.
 */
export async function looseVerifier(
  text: string,
  exchanges: readonly PastedExchange[],
): Promise<LooseVerifier | undefined> {
  if (exchanges.some(({ one }) => one.sent.has('code_verifier') && one.sent.has('grant_type'))) {
    return undefined;
  }
  const asked = exchanges.findLast(({ one }) => one.task === 'authorize')?.one.authorized;
  const challenge = asked?.get('code_challenge') ?? '';
  const found = labelled.exec(text);
  const verifier = found?.[1] ?? '';
  if (!found || challenge === '' || asked?.get('code_challenge_method') !== 'S256')
    return undefined;
  if (isMasked(verifier) || isMasked(challenge)) return undefined;
  const from = found.index + found[0].length - verifier.length;
  return {
    range: { from, to: from + verifier.length },
    challenge,
    diagnosis: await diagnoseVerifier(verifier, challenge),
  };
}
