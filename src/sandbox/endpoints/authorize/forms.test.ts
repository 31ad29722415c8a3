import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  callback,
  challenge,
  good,
  hidden,
  makeAuthorizeSandbox,
  origin,
} from '../../testing/authorize-sandbox.ts';

describe('sign-in and consent', () => {
  it('the first button of each form leads to a code, bound to the request (AS-060)', async () => {
    const { ask, signIn, press, store } = await makeAuthorizeSandbox();
    const page = await ask(good);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('<script');
    expect(page.text).toContain('Not RingCentral');
    expect(page.text).toContain('value="+18335550100*101" checked');
    expect(page.text).toContain('autocomplete="username"');
    expect(page.text).toContain('autocomplete="current-password"');
    const consent = await signIn(page);
    expect(consent.status).toBe(200);
    expect(consent.text.match(/<button[^>]*>/)?.[0]).toContain('name="allow"');
    const answer = await press(consent, { allow: '1' });
    expect(answer.status).toBe(303);
    expect([...answer.query.keys()]).toEqual(['code', 'expires_in', 'state']);
    expect(answer.query.get('expires_in')).toBe('60');
    expect(answer.query.get('state')).toBe('demo-state');
    expect(answer.location).not.toContain(challenge);
    const code = answer.query.get('code') ?? '';
    expect(code).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(await store.codes.get(code)).toEqual({
      code,
      clientId: 'sandbox-browser',
      userId: 1_000_101,
      redirectUri: callback,
      redirectUriSent: true,
      scopes: ['ReadAccounts', 'ReadCallLog'],
      codeChallenge: challenge,
      codeChallengeMethod: 'S256',
      issuedAt: 1_700_000_000_000,
    });
  });

  it('AS-009 codes do not repeat and carry 192 bits', async () => {
    const { walk } = await makeAuthorizeSandbox();
    const codes = new Set<string | null>();
    for (let i = 0; i < 50; i += 1) codes.add((await walk(good)).query.get('code'));
    expect(codes.size).toBe(50);
    for (const code of codes) expect(code).toMatch(/^SANDBOX-CODE-[A-Za-z0-9_-]{32}$/);
  });

  it('AS-071 consent names the app, its permissions in words and the host of the answer', async () => {
    const { ask, signIn } = await makeAuthorizeSandbox();
    const { text } = await signIn(await ask(good));
    for (const words of ['Demo browser app', 'View user call log records', 'localhost:4321']) {
      expect(text).toContain(words);
    }
  });

  it('AS-055 deny sends access_denied in RingCentral’s words, with state', async () => {
    const { ask, signIn, press } = await makeAuthorizeSandbox();
    const answer = await press(await signIn(await ask(good)), { deny: '1' });
    expect(answer).toMatchObject({ status: 303, rule: 'AS-055' });
    expect(answer.location).toBe(
      `${callback}?error=access_denied&error_description=The+user+denied+access+to+your+application&state=demo-state`,
    );
  });

  it('AS-055 sign-in can be cancelled', async () => {
    const { ask, press } = await makeAuthorizeSandbox();
    const answer = await press(await ask(good), { cancel: '1' });
    expect(answer.query.get('error')).toBe('access_denied');
  });

  it('AS-062 iss comes with every answer when the policy has it', async () => {
    const { ask, walk } = await makeAuthorizeSandbox({ iss: true });
    expect((await walk(good)).query.get('iss')).toBe(origin);
    expect((await ask({ ...good, response_type: 'x' })).query.get('iss')).toBe(origin);
  });

  it('AS-049 state comes back byte for byte, whatever it holds', async () => {
    const { walk } = await makeAuthorizeSandbox();
    const state = fc.oneof(
      fc.string({ minLength: 1, unit: 'grapheme' }),
      fc.constantFrom(
        'a b+c&d=e#f%g%20',
        'é漢字🙂',
        'a\r\nLocation: https://evil',
        'x'.repeat(2048),
      ),
    );
    await fc.assert(
      fc.asyncProperty(state, async (sent) => {
        const answer = await walk({ ...good, state: sent });
        expect(answer.status).toBe(303);
        expect(answer.query.get('state')).toBe(sent);
        expect(answer.location).toMatch(/^[\x21-\x7e]+$/);
      }),
      { numRuns: 40 },
    );
  });

  it('AS-050 no state, no state', async () => {
    const { walk } = await makeAuthorizeSandbox();
    expect((await walk({ ...good, state: '' })).query.has('state')).toBe(false);
  });

  it('AS-014 a prefix match cannot break the Location', async () => {
    const { walk } = await makeAuthorizeSandbox({ redirectMatch: 'prefix' });
    const answer = await walk({ ...good, redirect_uri: `${callback}é\r\nX-Evil: 1` });
    expect(answer.status).toBe(303);
    expect(answer.location).toContain('/callback/%C3%A9%0D%0AX-Evil:%201?code=');
    expect(answer.headers.has('x-evil')).toBe(false);
  });

  it('AS-038 a desktop app’s port is its own', async () => {
    const { walk } = await makeAuthorizeSandbox();
    const redirect = 'http://localhost:53127/oauth2callback';
    const desktop = { ...good, client_id: 'sandbox-desktop', redirect_uri: redirect };
    expect((await walk(desktop)).location).toMatch(/^http:\/\/localhost:53127\/oauth2callback\?/);
  });
});

describe('who may sign in', () => {
  const problems = [
    ['+18335550100*102', 'CMN-408', '[ThirdPartyAppAccess] permission required'],
    ['+18335550100*105', 'OAU-141', 'Login for extension in current state is not allowed.'],
    ['+18335550200*101', 'SANDBOX-USER-1', 'This app is private'],
  ] as const;

  it.each(problems)(
    '%s is refused with %s, which the app can be told',
    async (user, code, text) => {
      const { ask, signIn, press } = await makeAuthorizeSandbox();
      const refused = await signIn(await ask(good), user);
      expect(refused.status).toBe(400);
      expect(refused.text).toContain('role="alert"');
      expect(refused.text).toContain(code);
      expect(refused.text).toContain(`value="${user}" checked`);
      const told = await press(refused, { cancel: code });
      expect(told.query.get('error')).toBe('access_denied');
      expect(told.query.get('error_description')).toContain(text);
    },
  );

  it('another choice on the refused form goes on', async () => {
    const { ask, signIn, press } = await makeAuthorizeSandbox();
    const refused = await signIn(await ask(good), '+18335550100*105');
    const answer = await press(await signIn(refused), { allow: '1' });
    expect(answer.query.has('code')).toBe(true);
  });

  it.each(['+18335550100*103', '+18335550100*104'])('%s passes the code flow', async (user) => {
    const { ask, signIn } = await makeAuthorizeSandbox();
    expect((await signIn(await ask(good), user)).text).toContain('treats that as done');
  });

  it('a public app takes users of any company', async () => {
    const { walk } = await makeAuthorizeSandbox();
    const request = { ...good, client_id: 'sandbox-public-web' };
    expect((await walk(request, '+18335550200*101')).query.has('code')).toBe(true);
  });

  it.each([
    { user: '+18335550100*101', password: 'wrong' },
    { user: '+18335550100*101' },
    { user: '__proto__', password: 'sandbox-password' },
    {},
  ])('AS-137 %j shows the form again', async (fields) => {
    const { ask, press } = await makeAuthorizeSandbox();
    const refused = await press(await ask(good), fields);
    expect(refused).toMatchObject({ status: 400, rule: 'AS-137', location: null });
    expect(refused.text).toContain('The password does not belong to this extension');
  });

  it('consent can go back to sign-in for another user', async () => {
    const { ask, signIn, press, store } = await makeAuthorizeSandbox();
    const again = await press(await signIn(await ask(good)), { switch: '1' });
    const answer = await press(await signIn(again, '+18335550100*103'), { allow: '1' });
    const code = await store.codes.get(answer.query.get('code') ?? '');
    expect(code?.userId).toBe(1_000_103);
  });
});

describe('SB-011 what the app asked of the pages', () => {
  const wishes = { login_hint: '104', prompt: 'login', brand_id: '7710' };

  it('stays through a refused sign-in, a change of user and Back', async () => {
    const { ask, signIn, press } = await makeAuthorizeSandbox();
    const refused = await signIn(await ask({ ...good, ...wishes }), '+18335550100*105');
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('the logo of BT');
    expect(refused.text).toContain('value="+18335550100*105" checked');
    const consent = await signIn(refused, '+18335550100*103');
    const again = await press(consent, { switch: '1' });
    expect(again.text).toContain('value="+18335550100*104" checked');
    expect(again.text).toContain('the logo of BT');
  });

  it('is asked again with the request that begins again', async () => {
    const { ask } = await makeAuthorizeSandbox();
    const again = new URLSearchParams(hidden((await ask({ ...good, ...wishes })).text, 'again'));
    expect(Object.fromEntries(again)).toMatchObject(wishes);
  });

  it('is kept to 200 characters each', async () => {
    const { ask, store } = await makeAuthorizeSandbox();
    const page = await ask({ ...good, login_hint: 'x'.repeat(5000), display: 'é'.repeat(300) });
    const kept = await store.transactions.get(hidden(page.text, 'transaction'));
    expect(kept?.wishes?.login_hint).toHaveLength(200);
    expect(kept?.wishes?.display).toHaveLength(200);
  });
});

describe('AS-066 each form works once, in the browser that it was given to', () => {
  it('a second press mints no second code, and offers a way on', async () => {
    const { ask, signIn, press } = await makeAuthorizeSandbox();
    const page = await ask(good);
    const consent = await signIn(page);
    expect((await press(consent, { allow: '1' })).status).toBe(303);
    for (const late of [await press(consent, { allow: '1' }), await signIn(page)]) {
      expect(late).toMatchObject({ status: 400, rule: 'AS-066', location: null });
      const way = /href="(\/restapi[^"]*)"/.exec(late.text)?.[1]?.replaceAll('&amp;', '&');
      expect(new URLSearchParams(way?.split('?')[1]).get('state')).toBe('demo-state');
    }
  });

  it('two presses at the same time mint one code', async () => {
    const { ask, signIn, press } = await makeAuthorizeSandbox();
    const consent = await signIn(await ask(good));
    const answers = await Promise.all([1, 2, 3].map(() => press(consent, { allow: '1' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400, 400]);
  });

  it('another browser is refused, and the owner can still go on', async () => {
    const { ask, signIn, post, press } = await makeAuthorizeSandbox();
    const consent = await signIn(await ask(good));
    const transaction = hidden(consent.text, 'transaction');
    const foreign = await post('/consent', { transaction, allow: '1' }, { browser: 'mallory' });
    expect(foreign).toMatchObject({ status: 400, rule: 'AS-066', location: null });
    expect(foreign.text).toContain('another browser');
    expect((await press(consent, { allow: '1' })).query.has('code')).toBe(true);
  });

  it.each([
    ['null', 303],
    [origin, 303],
    ['https://evil.example', 400],
  ])('Origin %s gives %i', async (from, status) => {
    const { ask, signIn, post } = await makeAuthorizeSandbox();
    const transaction = hidden((await signIn(await ask(good))).text, 'transaction');
    const form = { transaction, allow: '1' };
    expect((await post('/consent', form, { headers: { origin: from } })).status).toBe(status);
  });

  it('Back and a reload show the consent page again; its form is of one use, and then it says so', async () => {
    const { ask, post, send } = await makeAuthorizeSandbox();
    const first = hidden((await ask(good)).text, 'transaction');
    const signedIn = await post('/sign-in', {
      transaction: first,
      user: '+18335550100*101',
      password: 'sandbox-password',
    });
    // No form is sent again by Back: the page has an address of its own.
    expect(signedIn).toMatchObject({ status: 303, text: '' });
    const address = signedIn.location ?? '';
    expect(address).toMatch(/^\/restapi\/oauth\/authorize\/consent\?transaction=/);
    const page = await send(address);
    expect((await send(address)).text).toBe(page.text);
    expect(await send(address, {}, 'another')).toMatchObject({ status: 400, rule: 'AS-066' });
    const transaction = hidden(page.text, 'transaction');
    expect(await post('/consent', { transaction, allow: '1' })).toMatchObject({ status: 303 });
    const after = await send(address);
    expect(after).toMatchObject({ status: 400, rule: 'AS-066' });
    expect(after.text).toContain('This page of the sign-in is no longer open');
    expect(await post('/consent', { transaction, allow: '1' })).toMatchObject({ status: 400 });
  });

  it('consent cannot be reached without sign-in', async () => {
    const { ask, post, send } = await makeAuthorizeSandbox();
    const transaction = hidden((await ask(good)).text, 'transaction');
    const answer = await post('/consent', { transaction, allow: '1' });
    expect(answer).toMatchObject({ status: 303 });
    const page = await send(answer.location ?? '');
    expect(page.text).toContain('Sign in to the sandbox');
  });

  it('a page that stood open for more than an hour has ended', async () => {
    const { ask, signIn, forward } = await makeAuthorizeSandbox();
    const page = await ask(good);
    forward(3601);
    expect(await signIn(page)).toMatchObject({ status: 400, rule: 'AS-066' });
  });

  it('an app that was removed meanwhile gets nothing', async () => {
    const { ask, signIn, store } = await makeAuthorizeSandbox();
    const page = await ask(good);
    await store.apps.remove('sandbox-browser');
    expect(await signIn(page)).toMatchObject({ status: 400, location: null });
  });

  it('what the form carries to begin again leads nowhere but here', async () => {
    const { post } = await makeAuthorizeSandbox();
    for (const again of ['//evil.example', 'javascript:alert(1)', '%', 'x=1', '"><b>']) {
      const { status, text } = await post('/sign-in', { transaction: 'x', again });
      expect(status).toBe(400);
      expect([...text.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
        '/playground/',
      ]);
    }
  });

  it('bad forms are refused and not a failure', async () => {
    const { post, send } = await makeAuthorizeSandbox();
    for (const path of ['/sign-in', '/consent']) {
      expect((await post(path, {})).status).toBe(400);
      expect((await post(path, [['__proto__', 'x']])).status).toBe(400);
      const malformed = { method: 'POST', body: 'transaction=%', headers: {} };
      expect((await send(`/restapi/oauth/authorize${path}`, malformed)).status).toBe(415);
      malformed.headers = { 'content-type': 'application/x-www-form-urlencoded' };
      expect((await send(`/restapi/oauth/authorize${path}`, malformed)).status).toBe(400);
    }
  });
});
