import { describe, expect, it } from 'vitest';
import { isHidden, standInOf } from './stand-in.ts';

describe('what stands in for a value', () => {
  it.each([
    [
      'hidden',
      ['██', 'Basic ***', '••••••', '<redacted>', '[REDACTED]', 'xxxxxx', 'XXXX-XXXX', '…'],
    ],
    ['hidden', ['eyJhbGci...', 'masked-client_secret-1-34chars', '[hidden by the log]']],
    [
      'placeholder',
      ['YOUR_SECRET', 'your-client-id', '{{access_token}}', 'Bearer {{t}}', '<token>'],
    ],
    [
      'variable',
      ['$RC_JWT', '${process.env.RC_JWT}', 'Basic $(echo id:secret | base64)', '%RC_ID%'],
    ],
    [
      undefined,
      ['', 'undefined', 'null', 'EXAMPLEclientIdAbc0001', 'x', 'extension 101', 'a*b', '%CA%FE'],
    ],
  ])('%s: %j', (how, texts) => {
    expect(texts.map(standInOf)).toEqual(texts.map(() => how));
  });

  it('only what is hidden was surely sent', () => {
    expect([isHidden('██'), isHidden('{{token}}'), isHidden('abc')]).toEqual([true, false, false]);
  });
});
