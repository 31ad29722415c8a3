import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeForm } from '#protocol/form.ts';
import { authCodePkce } from './auth-code-pkce.ts';
import { requestOf, rowsOf } from './runner.ts';
import type { Edit, Ingredients } from './runner.ts';
import type { FlowRequest } from './flow.ts';

const origin = 'http://localhost:4321';
const ingredients: Ingredients = {
  inputs: { client_id: 'sandbox-browser', redirect_uri: `${origin}/callback/` },
  values: {
    code_verifier: 'V'.repeat(43),
    code_challenge: 'C'.repeat(43),
    state: 'S',
    code: 'K',
    access_token: 'A',
    refresh_token: 'R',
  },
  edits: {},
};

function stepRequest(id: string): FlowRequest {
  const request = authCodePkce.steps.find((step) => step.id === id)?.request;
  if (!request) throw new Error(id);
  return request;
}

function wire(id: string, edits: Record<string, Edit> = {}) {
  const request = stepRequest(id);
  return requestOf(request, rowsOf(request, { ...ingredients, edits }), origin);
}

function pairsOf(id: string, edits: Record<string, Edit>) {
  const { url, body } = wire(id, edits);
  const form = decodeForm(body ?? url.split('?')[1] ?? '');
  return form.kind === 'form' ? form.pairs : [];
}

const requests = authCodePkce.steps.flatMap(({ id, request }) =>
  request ? [{ id, request }] : [],
);
const parameters = requests.flatMap(({ id, request }) =>
  request.parameters.map(({ name, leftOut }) => ({ id, name, leftOut: leftOut === true })),
);

describe('rows to the wire', () => {
  it('writes the authorize request', () => {
    expect(wire('authorize')).toEqual({
      method: 'GET',
      url: `${origin}/restapi/oauth/authorize?response_type=code&client_id=sandbox-browser&redirect_uri=http%3A%2F%2Flocalhost%3A4321%2Fcallback%2F&state=S&code_challenge=${'C'.repeat(43)}&code_challenge_method=S256`,
      headers: [],
    });
  });

  it('writes the token request as a form', () => {
    expect(wire('token')).toEqual({
      method: 'POST',
      url: `${origin}/restapi/oauth/token`,
      headers: [['Content-Type', 'application/x-www-form-urlencoded']],
      body: `grant_type=authorization_code&code=K&redirect_uri=http%3A%2F%2Flocalhost%3A4321%2Fcallback%2F&client_id=sandbox-browser&code_verifier=${'V'.repeat(43)}`,
    });
  });

  it('writes the token into the header of the API request', () => {
    expect(wire('api')).toEqual({
      method: 'GET',
      url: `${origin}/restapi/v1.0/account/~/extension/~`,
      headers: [['Authorization', 'Bearer A']],
    });
  });

  it.each(parameters)('$id $name: left out, it is not on the wire', ({ id, name }) => {
    const names = pairsOf(id, { [name]: { kind: 'left-out' } }).map(([key]) => key);
    expect(names).not.toContain(name);
  });

  it.each(parameters)('$id $name: edited, it goes character for character', ({ id, name }) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (value) => {
        const sent = pairsOf(id, { [name]: { kind: 'value', value } });
        expect(sent.filter(([key]) => key === name)).toEqual([[name, value]]);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps what cannot be seen, encoded once', () => {
    const { body } = wire('token', {
      code_verifier: { kind: 'value', value: 'v\n\u00a0\u200b%41 +' },
    });
    expect(body).toContain('&code_verifier=v%0A%C2%A0%E2%80%8B%2541+%2B');
  });

  it('leaves the other rows alone', () => {
    const before = pairsOf('token', {}).filter(([name]) => name !== 'code');
    const after = pairsOf('token', { code: { kind: 'value', value: 'x' } });
    expect(after.filter(([name]) => name !== 'code')).toEqual(before);
  });

  it('sends an optional row only when it is put in', () => {
    expect(wire('token').body).not.toContain('access_token_ttl');
    expect(wire('token', { access_token_ttl: { kind: 'value', value: '600' } }).body).toContain(
      '&access_token_ttl=600',
    );
  });

  it('marks a row whose value has not arrived', () => {
    const rows = rowsOf(stepRequest('token'), { ...ingredients, values: {} });
    expect(rows.filter(({ awaited }) => awaited).map(({ parameter }) => parameter.name)).toEqual([
      'code',
      'code_verifier',
    ]);
  });
});
