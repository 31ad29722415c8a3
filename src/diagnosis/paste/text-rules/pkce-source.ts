import { rfc } from '#flows/specs.ts';
import type { PasteRule } from '../paste-case.ts';
import { foundIn, saidOf } from './rule.ts';

/** Made well in the end: the text goes on to what base64url needs. */
const mended =
  /base64url|urlsafe|replace\w*\(\s*(?:\/\\?\+|["']\+)|tr\s+['"]?\+\/|rstrip|trimEnd|strtr\(/i;

/** LINT-044, LINT-045: a source that writes the hash of a verifier in another alphabet. */
export const digestInSource: PasteRule = ({ recognised: { text } }) => {
  if (!/verifier|challenge/i.test(text)) return undefined;
  const hex = foundIn(
    text,
    /(?:sha256|SHA256|SHA-256)[^;\n]{0,120}(?:digest\(\s*["']hex["']|hexdigest\(|toString\(\s*["']hex["']|Convert\.ToHexString|\.Hex\b)/,
  );
  if (hex && !mended.test(text)) {
    return saidOf(hex, 'code_challenge', {
      id: 'LINT-045',
      certainty: 'likely',
      title: 'The program writes the hash of the verifier in hexadecimal',
      why: 'A challenge is base64url of the 32 octets of SHA-256: 43 characters. 64 hexadecimal digits are another text, and no verifier matches it.',
      fix: 'Encode the octets with base64url: `digest("base64url")` in Node.js, `base64.urlsafe_b64encode(digest).rstrip(b"=")` in Python.',
      lacks: 'The authorization URL that the program makes.',
      sources: [rfc(7636, '4.2')],
    });
  }
  const standard = foundIn(
    text,
    /(?:sha256|SHA256|SHA-256)[^;\n]{0,120}digest\(\s*["']base64["']\s*\)|\bb64encode\(\s*(?:hashlib\.)?sha256|base64_encode\(\s*hash\(\s*["']sha256/,
  );
  return standard && !mended.test(text)
    ? saidOf(standard, 'code_challenge', {
        id: 'LINT-044',
        certainty: 'likely',
        title: 'The program writes the hash of the verifier in base64, not base64url',
        why: 'Standard base64 has `+`, `/` and `=`; a `+` in an address arrives as a space. A challenge uses - and _, and no padding.',
        fix: 'Use base64url: `digest("base64url")` in Node.js, `urlsafe_b64encode` and `rstrip(b"=")` in Python; or turn + into -, / into _, and remove the =.',
        lacks: 'The authorization URL that the program makes.',
        sources: [rfc(7636, '4.2')],
      })
    : undefined;
};

/** LINT-046: a source that sends the verifier for its hash. */
export const verifierAsChallenge: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /\bcode_?challenge["']?\s*(?::|=>|=)\s*[$\w.]{0,30}verifier\b(?!\s*\))/i,
  );
  return found && /\bS256\b/.test(text)
    ? saidOf(found, 'code_challenge', {
        id: 'LINT-046',
        certainty: 'likely',
        title: 'The program sends the verifier as the challenge, and says S256',
        why: 'With S256 the server hashes the verifier and compares, so the two never match; and anybody who reads the address knows the verifier.',
        fix: 'Hash the verifier with SHA-256, and send base64url of that as `code_challenge`.',
        lacks: 'The authorization URL that the program makes.',
        sources: [rfc(7636, '4.2')],
      })
    : undefined;
};

/** LINT-031, LINT-166: values that a generator for games makes. */
export const weakRandom: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /\b(\w*(?:state|verifier|nonce)\w*)["']?\s*(?::|=>|=)\s*[^;\n]{0,80}?(?:Math\.random\(|\brandom\.(?:random|randint|choice)\(|\bmt_rand\(|\brand\(\)|new Random\(\)|Date\.now\(\)|\btime\(\))/i,
  );
  const name = found?.groups[1] ?? '';
  if (!found || !/oauth|login|authoriz|pkce|code|ringcentral/i.test(text)) return undefined;
  const isVerifier = /verifier/i.test(name);
  return saidOf(found, name, {
    id: isVerifier ? 'LINT-166' : 'LINT-031',
    kind: 'risk',
    title: `\`${name}\` is made with a generator that others can predict`,
    why: isVerifier
      ? 'The verifier protects the code only as long as nobody can guess it.'
      : 'Anybody who guesses the state can plant another answer.',
    fix: 'Use random bytes for secrets: `crypto.getRandomValues`, `randomBytes(32)`, `secrets.token_urlsafe(32)`, `random_bytes(32)`.',
    sources: [isVerifier ? rfc(7636, '7.1') : rfc(6749, '10.10')],
  });
};
