import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '#sandbox/hosts/node.ts';
import { pressThrough } from '../support/press-through.ts';

/** The code that the flows' guides print, run as a reader would run it. */
const run = promisify(execFile);
const file = (name: string) =>
  fileURLToPath(new URL(`../../content/flows/_samples/${name}`, import.meta.url));

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ port: 0 });
});
afterAll(() => server.close());

interface Session {
  state?: string;
  verifier?: string;
}
interface CodeSample {
  app: { server: string };
  signInUrl(session: Session): string;
  finish(session: Session, query: string): Promise<Record<string, unknown>>;
}

describe('flows/auth-code/: the sample', () => {
  let sample: CodeSample;
  beforeAll(async () => {
    sample = (await import(file('code-with-secret.mjs'))) as CodeSample;
    sample.app.server = server.origin;
  });

  test('signs in with secret and proof, and an answer works once', async () => {
    const session: Session = {};
    const { search } = new URL(await pressThrough(sample.signInUrl(session)));
    expect(await sample.finish(session, search)).toMatchObject({ token_type: 'bearer' });
    await expect(sample.finish(session, search)).rejects.toThrow('Not an answer to this sign-in');
  });

  test('stops at a state that it did not send', async () => {
    const session: Session = {};
    sample.signInUrl(session);
    const forged = '?code=SANDBOX-CODE-not-a-secret&state=another';
    await expect(sample.finish(session, forged)).rejects.toThrow('Not an answer to this sign-in');
  });

  test('tells the server’s code when the trade is refused', async () => {
    const session: Session = {};
    sample.signInUrl(session);
    const wrong = `?code=SANDBOX-CODE-not-a-secret&state=${session.state}`;
    await expect(sample.finish(session, wrong)).rejects.toThrow('OAU-106');
  });
});

describe('flows/jwt/: the sample', () => {
  test('makes a credential and exchanges it', async () => {
    const { stdout } = await run('bash', [file('jwt.sh')], {
      env: { ...process.env, RC_SERVER_URL: server.origin },
    });
    expect(JSON.parse(stdout)).toMatchObject({ token_type: 'bearer', expires_in: 3600 });
  });
});

describe('flows/refresh-token/ and flows/revocation/: the sample', () => {
  test('refreshes and revokes', async () => {
    const { app, signInUrl, finish } = (await import(
      file('code-with-secret.mjs')
    )) as CodeSample & {
      app: { clientId: string; clientSecret: string };
    };
    Object.assign(app, { server: server.origin });
    const session: Session = {};
    const { search } = new URL(await pressThrough(signInUrl(session)));
    const { refresh_token } = await finish(session, search);
    const { stdout } = await run('bash', [file('refresh-and-revoke.sh')], {
      env: {
        ...process.env,
        RC_SERVER_URL: server.origin,
        CLIENT: `${app.clientId}:${app.clientSecret}`,
        REFRESH_TOKEN: String(refresh_token),
      },
    });
    const [tokens = '', status] = stdout.trim().split('\n');
    const { access_token } = JSON.parse(tokens) as { access_token: string };
    expect(status).toBe('200');
    const late = await fetch(`${server.origin}/restapi/v1.0/account/~/extension/~`, {
      headers: { authorization: `Bearer ${access_token}` },
    });
    expect(late.status).toBe(401);
  });
});

describe('flows/implicit/: the sample', () => {
  test('reads the fragment that the sandbox answers with', async () => {
    const { readFragment } = (await import(file('implicit.mjs'))) as {
      readFragment(address: string): { accessToken: string; state: string; expiresIn: number };
    };
    const query = new URLSearchParams({
      response_type: 'token',
      client_id: 'sandbox-browser',
      redirect_uri: 'http://localhost:5000/oauth2callback',
      state: 'demo-state',
    });
    const back = await pressThrough(`${server.origin}/restapi/oauth/authorize?${query}`);
    expect(readFragment(back)).toMatchObject({ state: 'demo-state', expiresIn: 3600 });
    expect(() => readFragment(`${back.split('#')[0]}#error=access_denied`)).toThrow(
      'access_denied',
    );
  });
});
