import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Exchange, exchangeSchema } from '../exchange.ts';
import { encodeFormPart } from '../form.ts';
import { createMasker, readMask } from './mask.ts';

function exchange(parts: {
  url?: string;
  headers?: [string, string][];
  body?: string;
  answer?: { status?: number; headers?: [string, string][]; body?: string };
}): Exchange {
  return {
    id: 'e1',
    from: 'app',
    to: 'authorization-server',
    startedAt: 0,
    request: {
      method: 'POST',
      url: parts.url ?? 'http://localhost/restapi/oauth/token',
      headers: parts.headers ?? [],
      ...(parts.body !== undefined && { body: parts.body }),
    },
    response: { status: 200, headers: [], ...parts.answer },
  };
}

const mask = (parts: Parameters<typeof exchange>[0]) => createMasker().mask(exchange(parts));

describe('a masked exchange', () => {
  it('says kind, number and length, and keeps what is no secret', () => {
    const masked = mask({ body: 'grant_type=authorization_code&code=U0JYMDE&client_id=an-app' });
    expect(masked.request.body).toBe(
      'grant_type=authorization_code&code=masked-code-1-7chars&client_id=an-app',
    );
    expect(readMask('masked-code-1-7chars')).toEqual({ kind: 'code', number: 1, length: 7 });
    expect(readMask('U0JYMDE')).toBeUndefined();
  });

  it('has one mask for one secret over a whole transcript', () => {
    const masker = createMasker();
    const first = masker.mask(
      exchange({ answer: { body: '{"access_token":"token-number-one"}' } }),
    );
    const second = masker.mask(
      exchange({ headers: [['Authorization', 'Bearer token-number-one']] }),
    );
    const third = masker.mask(exchange({ body: 'token=token-number-one' }));
    expect(first.response?.body).toBe('{"access_token":"masked-access_token-1-16chars"}');
    expect(second.request.headers).toEqual([
      ['Authorization', 'Bearer masked-access_token-1-16chars'],
    ]);
    expect(third.request.body).toBe('token=masked-access_token-1-16chars');
  });

  it('masks Basic, and the secret inside it wherever it is repeated', () => {
    const masked = mask({
      headers: [['authorization', `Basic ${btoa('an-app:an app secret'.replaceAll(' ', '+'))}`]],
      answer: { body: 'no client has an app secret like this' },
    });
    expect(masked.request.headers[0]?.[1]).toMatch(/^Basic masked-credentials-1-\d+chars$/);
    expect(masked.response?.body).toBe('no client has masked-client_secret-2-13chars like this');
  });

  it('masks a redirect’s query and fragment, and a URL inside a parameter', () => {
    const masked = mask({
      url: 'http://localhost/x?next=https%3A%2F%2Fapp.example%2Fcb%3Fcode%3Dabcdefgh%26state%3Dkept',
      answer: {
        headers: [
          ['Location', 'https://app.example/cb?code=abcdefgh&state=kept#access_token=zzzzzzzz'],
        ],
      },
    });
    expect(masked.request.url).toContain('masked-code-1-8chars%26state%3Dkept');
    expect(masked.response?.headers[0]?.[1]).toBe(
      'https://app.example/cb?code=masked-code-1-8chars&state=kept#access_token=masked-access_token-1-8chars',
    );
  });

  it('masks what an envelope repeats of a secret parameter', () => {
    const body = JSON.stringify({
      error: 'invalid_grant',
      errors: [
        {
          errorCode: 'OAU-213',
          parameters: [{ parameterName: 'refresh_token', parameterValue: 'gone' }],
        },
      ],
    });
    const masked = mask({ answer: { body } });
    expect(masked.response?.body).toContain('"parameterValue":"masked-refresh_token-1-4chars"');
    expect(masked.response?.body).toContain('"errorCode":"OAU-213"');
  });

  it('masks cookies and the hidden fields of a form', () => {
    const masked = mask({
      headers: [['Cookie', 'sandbox-4321=abc; other=def']],
      answer: {
        headers: [['Set-Cookie', 'sandbox-4321=abc; HttpOnly; SameSite=Lax']],
        body: '<form><input type="password" name="password" value="sandbox-password"></form>',
      },
    });
    expect(masked.request.headers[0]?.[1]).toBe(
      'sandbox-4321=masked-cookie-1-3chars; other=masked-cookie-2-3chars',
    );
    expect(masked.response?.headers[0]?.[1]).toBe(
      'sandbox-4321=masked-cookie-1-3chars; HttpOnly; SameSite=Lax',
    );
    expect(masked.response?.body).toContain('value="masked-password-1-16chars"');
  });

  it('is left as it is when masked again', () => {
    const once = mask({ body: 'code=abcdefgh&code_verifier=ijklmnop' });
    expect(createMasker().mask(once)).toEqual(once);
  });
});

describe('no live secret survives', () => {
  const secret = fc
    .string({ minLength: 16, maxLength: 60, unit: 'grapheme-ascii' })
    .map((text) => text.trim().replaceAll(/\s/g, '_'))
    .filter((text) => text.length >= 16 && !text.startsWith('masked-') && text !== '');
  const name = fc.constantFrom(
    'client_secret',
    'code',
    'code_verifier',
    'access_token',
    'refresh_token',
    'token',
    'assertion',
    'password',
    'Client_Secret',
  );
  const token = secret.map((text) => text.replaceAll(/[^A-Za-z0-9\-._~+/]/g, 'x'));

  /** Each way that a secret may go over the wire. */
  const ways: ((name: string, value: string, token: string) => Exchange)[] = [
    (key, value) => exchange({ body: `a=b&${key}=${encodeFormPart(value)}` }),
    (key, value) => exchange({ body: `a=b&${key}=${encodeURIComponent(value)}&%ZZ` }),
    (key, value) => exchange({ body: JSON.stringify({ deep: [{ [key]: value }] }, undefined, 2) }),
    (key, value) => exchange({ url: `http://localhost/x?${key}=${encodeURIComponent(value)}#y` }),
    (key, value) =>
      exchange({
        body: `--b\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n--b--\r\n`,
      }),
    (key, value) =>
      exchange({
        answer: { headers: [['location', `https://a/#${key}=${encodeFormPart(value)}`]] },
      }),
    (key, value) =>
      exchange({
        body: `${key}=${encodeFormPart(value)}`,
        answer: { body: JSON.stringify({ error_description: `Bad value ${value} of yours` }) },
      }),
    (_, __, bearer) =>
      exchange({ headers: [['Authorization', `bearer ${bearer}`]], answer: { body: bearer } }),
    (_, __, bearer) =>
      exchange({
        headers: [['AUTHORIZATION', `Basic ${btoa(`app:${bearer}`)}`]],
        answer: { body: `{"was":"${bearer}"}` },
      }),
    (_, __, bearer) => exchange({ headers: [['Authorization', bearer]] }),
  ];

  it('in any way that it can be sent', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ways), name, secret, token, (way, key, value, bearer) => {
        const sent = way(key, value, bearer);
        const masked = createMasker().mask(sent);
        expect(exchangeSchema.safeParse(masked).success).toBe(true);
        const text = JSON.stringify(masked);
        for (const live of [value, bearer, btoa(`app:${bearer}`)]) {
          for (const spelling of [live, encodeURIComponent(live), encodeFormPart(live)]) {
            expect(text).not.toContain(spelling);
            expect(text).not.toContain(JSON.stringify(spelling).slice(1, -1));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('when a later exchange repeats it where none is expected', () => {
    fc.assert(
      fc.property(token, (bearer) => {
        // What this server issues is base64url.
        const live = bearer.replaceAll(/[^A-Za-z0-9_-]/g, 'x');
        const masker = createMasker();
        masker.mask(exchange({ answer: { body: JSON.stringify({ access_token: live }) } }));
        const later = masker.mask(
          exchange({ url: `http://localhost/x?elsewhere=${encodeURIComponent(live)}` }),
        );
        expect(later.request.url).not.toContain(live);
      }),
    );
  });

  it('and nothing makes the masker throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const masked = createMasker().mask(
          exchange({
            url: `http://localhost/?${one}`,
            headers: [
              ['authorization', other],
              ['cookie', one],
              ['location', other],
            ],
            body: other,
            answer: { body: `<input name="code" value=${one}` },
          }),
        );
        expect(masked.id).toBe('e1');
      }),
    );
  });
});
