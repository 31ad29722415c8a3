import { describe, expect, it } from 'vitest';
import { recogniseAll } from '../../recognise/recognise-all.ts';
import { recogniseAny } from '../../recognise/recognise-any.ts';
import { pasteCaseOf } from '../diagnose-paste.ts';
import { isAnswerAlone } from '../is-answer-alone.ts';
import { openCases } from '../../../../tests/corpus/index.ts';
import { ofRequests } from './of-requests.ts';

const now = Date.parse('2026-11-27T12:00:00Z');

describe('what is loaded late changes no verdict', () => {
  it('readers that a paste does not need would find nothing in it', async () => {
    for (const { id, paste } of openCases) {
      expect({ id, ...(await recogniseAny(paste)) }).toEqual({ id, ...recogniseAll(paste) });
    }
  });

  it('rules of requests have nothing to say of an answer alone', async () => {
    let alone = 0;
    for (const { id, paste, settings } of openCases) {
      const one = await pasteCaseOf(recogniseAll(paste), { settings, now });
      if (!isAnswerAlone(one)) continue;
      alone += 1;
      expect([id, await ofRequests(one)]).toEqual([id, []]);
    }
    expect(alone).toBeGreaterThan(40);
  });
});
