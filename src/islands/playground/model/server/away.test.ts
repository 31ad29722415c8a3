import { expect, it } from 'vitest';
import { fakeStorage } from '#islands/storage/testing/fake-storage.ts';
import { createStored } from '#islands/storage/stored.ts';
import { emptyState, keptKey, keptStateSchema } from '../kept-state.ts';
import { leaveAway, takeAway } from './away.ts';
import { createMemory } from './memory.ts';

const server = 'https://auth.example.com';

function away() {
  const keep = createMemory();
  const kept = {
    ...emptyState('back', 'my-app'),
    values: {
      state: { value: 'the-state', at: 1 },
      code: { value: 'the-code', at: 1 },
      access_token: { value: 'the-token', at: 1 },
    },
    attempt: {
      url: `${server}/authorize?client_id=my-app&login_hint=me`,
      mode: 'same-page' as const,
      state: 'the-state',
      startedAt: 1,
      exchangeId: 'one',
      resumeAt: 'back',
    },
  };
  void createStored(keep, keptKey('auth-code'), keptStateSchema).write(kept);
  const session = fakeStorage();
  leaveAway(keep, session, server);
  return session;
}

it('leaves state alone, and it comes back to the server that was asked', () => {
  const session = away();
  const left = JSON.stringify(session.getItem('authorization-flows:server-away'));
  expect(left).toContain('the-state');
  expect(left).not.toMatch(/the-code|the-token|login_hint/);
  expect(takeAway(createMemory(), session, server)).toBe('my-app');
  expect(takeAway(createMemory(), session, server)).toBeUndefined();
});

it('is dropped where another server has been chosen meanwhile', () => {
  const session = away();
  const keep = createMemory();
  expect(takeAway(keep, session, 'https://platform.ringcentral.com')).toBeUndefined();
  expect(keep.size).toBe(0);
  expect(takeAway(keep, session, server)).toBeUndefined();
});
