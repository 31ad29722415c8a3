import { isErrorCode } from '#protocol/errors/codes.ts';
import { isElsewhere } from '#protocol/errors/seen/elsewhere.ts';
import { finding } from '../../finding.ts';
import type { PasteRule } from '../paste-case.ts';

/** A code in RingCentral’s form that no public text explains. */
export const unknownCode: PasteRule = ({ recognised }) => {
  for (const { 0: written, 1: family, 2: number, index } of recognised.text.matchAll(
    /\b(OAU|CMN|AGW)[- ]?(\d{3})\b/gi,
  )) {
    const code = `${family?.toUpperCase()}-${number}`;
    if (isErrorCode(code) || isElsewhere(code)) continue;
    return finding({
      id: 'LINT-001',
      who: 'nobody',
      title: `The code ${code} is not known here`,
      certainty: 'cannot tell',
      why: 'It has the form of RingCentral’s codes, and no public text says what it means.',
      lacks:
        'The whole body of the answer, with its message, and the request that it answers, secrets taken out; with its rcrequestid RingCentral’s support can look it up.',
      evidence: [
        { source: '', parameter: code, range: { from: index, to: index + written.length } },
      ],
    });
  }
  return undefined;
};
