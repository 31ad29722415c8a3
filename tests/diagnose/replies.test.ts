import { beforeAll, describe, expect, it } from 'vitest';
import { certaintyOf } from '#diagnosis/finding.ts';
import type { Shown } from '#diagnosis/hide/shown.ts';
import { show } from '#diagnosis/hide/show.ts';
import { diagnosePaste } from '#diagnosis/paste/diagnose-paste.ts';
import { isFreeOfOAuth } from '#diagnosis/reply/oauth-words.ts';
import { replyTo } from '#diagnosis/reply/reply.ts';
import { longestShort } from '#diagnosis/reply/short.ts';
import { verdictOf } from '#diagnosis/reply/verdict.ts';
import { voices } from '#diagnosis/reply/voices.ts';
import { openCases } from '../corpus/index.ts';

/** Every open ticket of the corpus, as a page has it. */
let tickets: { id: string; secrets: readonly string[]; people: readonly string[]; shown: Shown }[];

beforeAll(async () => {
  tickets = await Promise.all(
    openCases.map(async ({ id, paste, settings, secrets, people }) => ({
      id,
      secrets,
      people,
      shown: show(await diagnosePaste(paste, { settings, now: Date.UTC(2026, 10, 29) })),
    })),
  );
});

describe('the reply to every open ticket of the corpus', () => {
  it('is there in each voice, with no secret and nobody’s number in it', () => {
    for (const { id, shown, secrets, people } of tickets) {
      for (const voice of voices) {
        const reply = replyTo(shown, voice);
        expect(reply.length, id).toBeGreaterThan(20);
        for (const one of [...secrets, ...people]) expect(reply, id).not.toContain(one);
      }
    }
  });

  it('is never surer than its verdict', () => {
    for (const { id, shown } of tickets) {
      const found = verdictOf(shown);
      const certainty = found && certaintyOf(found);
      for (const voice of voices) {
        const reply = replyTo(shown, voice);
        if (!found) expect(reply, id).toMatch(/nothing (?:is )?wrong/i);
        if (certainty === 'likely') expect(reply, id).toMatch(/likely/i);
        if (certainty === 'cannot tell') expect(reply, id).toMatch(/does not show|not shown yet/);
      }
    }
  });

  it('to an administrator has no word of OAuth, and in short is short', () => {
    for (const { id, shown } of tickets) {
      const reply = replyTo(shown, 'administrator');
      expect(isFreeOfOAuth(reply), `${id}: ${reply}`).toBe(true);
      expect(replyTo(shown, 'short').length, id).toBeLessThanOrEqual(longestShort);
    }
  });
});
