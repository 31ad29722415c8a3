import type { Finding } from '../finding.ts';

const clauses: readonly [RegExp, string][] = [
  [/, its session ended, or the sandbox was reset/gi, ', or its session ended'],
  [/,? or the sandbox was reset/gi, ''],
];
const sentence = /[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]*\s*/g;

/** A text without what it says of the sandbox; a sentence that is about nothing else goes. */
export function withoutSandbox(text: string): string {
  const plain = clauses.reduce((told, [clause, instead]) => told.replaceAll(clause, instead), text);
  if (!/\bthe sandbox\b/i.test(plain)) return plain;
  return (plain.match(sentence) ?? [])
    .filter((one) => !/\bthe sandbox\b/i.test(one))
    .join('')
    .trim();
}

const generic = 'The answer itself says no more. Compare the request with the guide of its flow.';

/** A finding about somebody else's server: the sandbox is not spoken of. */
export function ofNoSandbox(found: Finding): Finding {
  const { why, fix, lacks, claims } = found;
  return {
    ...found,
    title: withoutSandbox(found.title) || found.title,
    why: withoutSandbox(why) || generic,
    ...(fix === undefined ? {} : { fix: withoutSandbox(fix) || generic }),
    ...(lacks === undefined ? {} : { lacks: withoutSandbox(lacks) }),
    claims: claims.flatMap((claim) => {
      const text = withoutSandbox(claim.text);
      return text === '' ? [] : [{ ...claim, text }];
    }),
  };
}
