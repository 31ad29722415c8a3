import RingCentral from '@rc-ex/core';
import { SDK } from '@ringcentral/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certaintyOf } from '#diagnosis/finding.ts';
import { diagnosePaste } from '#diagnosis/paste/diagnose-paste.ts';
import { nodeHost } from '../findings/transports.ts';
import { startGivingAgain } from './given-again.ts';
import { everyRefusal, type Refusal } from './refusals.ts';

const extension = '/restapi/v1.0/account/~/extension/~';
const logins = {
  code: { code: 'SANDBOX-CODE-1', redirect_uri: 'http://localhost:5000/oauth2callback' },
  jwt: { jwt: 'e30.e30.e30' },
  password: { username: '+18335550100', extension: '101', password: 'a-password' },
};

type Ask = (server: string, asked: Refusal['asked']) => Promise<unknown>;

const asks: Record<string, Ask> = {
  '@ringcentral/sdk': async (server, asked) => {
    const cachePrefix = crypto.randomUUID();
    const sdk = new SDK({ server, clientId: 'an-app', clientSecret: 'a-secret', cachePrefix });
    const platform = sdk.platform();
    if (asked === 'code' || asked === 'jwt' || asked === 'password') {
      return platform.login(logins[asked]);
    }
    await platform.login(logins.jwt);
    if (asked === 'refresh') return platform.refresh();
    return asked === 'revoke' ? platform.logout() : platform.get(extension);
  },
  '@rc-ex/core': async (server, asked) => {
    const rc = new RingCentral({ server, clientId: 'an-app', clientSecret: 'a-secret' });
    // It has no password flow any more.
    if (asked === 'code' || asked === 'password') return rc.authorize(logins.code);
    await rc.authorize(logins.jwt);
    if (asked === 'refresh') return rc.refresh();
    return asked === 'revoke' ? rc.revoke() : rc.get(extension);
  },
};

/**
 * Where the message alone does not tell the code: two codes have the text, or RingCentral’s own text
 * is not known. RingCentral’s JavaScript SDK raises the text alone, without the code.
 */
const toldOtherwise: Record<string, string[]> = {
  '@ringcentral/sdk': [
    'api AGW-401: likely OAU-123',
    'api AGW-402: likely OAU-134',
    'code OAU-232: likely OAU-136',
  ],
  '@rc-ex/core': [],
};

/** What an SDK raises, or nothing where it keeps the refusal to itself. */
async function messageOf(ask: Ask, server: string, asked: Refusal['asked']): Promise<string> {
  try {
    await ask(server, asked);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

let refusals: Refusal[];
beforeAll(async () => {
  const host = await nodeHost();
  refusals = await everyRefusal(host);
  await host.close();
});

describe.each(Object.entries(asks))('what %s raises, pasted alone', (name, ask) => {
  let again: Awaited<ReturnType<typeof startGivingAgain>>;
  beforeAll(async () => {
    again = await startGivingAgain();
  });
  afterAll(() => again.close());

  it('leads to the code of the refusal, and to no other one for certain', async () => {
    const rows: string[] = [];
    const others: string[] = [];
    const certain: string[] = [];
    const silent: string[] = [];
    for (const refusal of refusals) {
      again.give(refusal);
      const message = await messageOf(ask, again.origin, refusal.asked);
      const [first] = (await diagnosePaste(message, { now: Date.now() })).findings;
      const said = first ? certaintyOf(first) : 'nothing';
      const isRight = [refusal.code, ...refusal.causes].some(
        (id) => id === first?.id || id === first?.code,
      );
      const line = `${refusal.asked} ${refusal.code}: ${said} ${first?.id ?? ''}`;
      rows.push(`${isRight ? 'right' : 'other'}  ${line}`);
      if (!isRight) others.push(line);
      if (!isRight && said === 'certain') certain.push(line);
      if (message === '') silent.push(line);
    }
    console.log(
      `${name}: ${rows.length} refusals, right ${rows.length - others.length}\n${rows.join('\n')}`,
    );
    expect(silent).toEqual([]);
    expect(certain).toEqual([]);
    expect(others).toEqual(toldOtherwise[name]);
  });
});
