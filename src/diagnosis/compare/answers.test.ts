import { describe, expect, it } from 'vitest';
import { type AnswerRow, compareAnswers, differences } from './answers.ts';

const json = (value: unknown): string => JSON.stringify(value);
const told = (rows: readonly AnswerRow[]): string[] =>
  rows.map(
    ({ path, verdict, here, there }) =>
      `${path}: ${verdict} ${here?.value ?? here?.type ?? '-'} | ${there?.value ?? there?.type ?? '-'}`,
  );

const refusal = {
  error: 'invalid_client',
  errors: [{ errorCode: 'OAU-153', message: 'Invalid client: abc' }],
  error_description: 'Invalid client: abc',
};

describe('two answers, member by member', () => {
  it('says same of what is the same, whatever the order of the members', () => {
    const turned = Object.fromEntries(Object.entries(refusal).toReversed());
    const rows = compareAnswers(
      {
        status: 400,
        headers: [['Content-Type', 'application/json; charset=UTF-8']],
        body: json(refusal),
      },
      {
        status: 400,
        headers: [['content-type', 'application/json;charset=utf-8']],
        body: json(turned),
      },
    );
    expect(differences(rows)).toEqual([]);
    expect(rows.map(({ path }) => path)).toEqual([
      'status',
      'header content-type',
      'body',
      'error',
      'errors',
      'errors[0]',
      'errors[0].errorCode',
      'errors[0].message',
      'error_description',
    ]);
  });

  it('tells status, code, type and what only one of them has', () => {
    const other = {
      error: 'invalid_request',
      errors: [
        {
          errorCode: 'OAU-153',
          message: 'Invalid client: abc',
          parameters: [{ parameterName: 'client_id' }],
        },
      ],
      error_description: 7,
    };
    const rows = compareAnswers(
      { status: 400, headers: [['routingkey', 'POD']], body: json(refusal) },
      { status: 401, headers: [['WWW-Authenticate', 'Basic realm="x"']], body: json(other) },
    );
    expect(told(differences(rows))).toEqual([
      'status: differs 400 | 401',
      'header routingkey: only-here string | -',
      'header www-authenticate: only-there - | Basic realm="x"',
      'error: differs invalid_client | invalid_request',
      'error_description: differs Invalid client: abc | 7',
      'errors[0].parameters: only-there - | array',
      'errors[0].parameters[0]: only-there - | object',
      'errors[0].parameters[0].parameterName: only-there - | client_id',
    ]);
  });

  it('holds a good answer by type alone, and shows no id, token or name of it', () => {
    const tokens = (owner: unknown) => ({
      access_token: `secret-${String(owner)}`,
      token_type: 'bearer',
      expires_in: 3600,
      owner_id: owner,
      scope: 'ReadAccounts',
    });
    const rows = compareAnswers({ body: json(tokens('101')) }, { body: json(tokens(102)) });
    expect(told(differences(rows))).toEqual(['owner_id: differs string | number']);
    expect(json(rows)).not.toMatch(/secret|ReadAccounts|10[12]/);
    expect(told(rows)).toContain('expires_in: same 3600 | 3600');
  });

  it('takes the records of a list as one', () => {
    const rows = compareAnswers(
      { body: json({ records: [{ id: 'a' }, { id: 'b', to: {} }] }) },
      { body: json({ records: [{ id: 1 }] }) },
    );
    expect(told(differences(rows))).toEqual([
      'records[].id: differs string | number',
      'records[].to: only-here object | -',
    ]);
  });

  it('compares nothing that one side does not know', () => {
    const known = { status: 400, headers: [['routingkey', 'x'] as [string, string]], body: '{}' };
    expect(compareAnswers({}, known)).toEqual([]);
    expect(compareAnswers({ status: 400 }, known)).toHaveLength(1);
  });

  it('puts names in the place of what differs by run', () => {
    const body = (id: string) => json({ error: 'invalid_client', error_description: `No: ${id}` });
    const named = (id: string) => (text: string) => text.replaceAll(id, '‹client id›');
    const rows = compareAnswers(
      { body: body('mine') },
      { body: body('proof') },
      { here: named('mine'), there: named('proof') },
    );
    expect(differences(rows)).toEqual([]);
    expect(told(rows)).toContain('error_description: same No: ‹client id› | No: ‹client id›');
  });

  it('reads what a redirect carries, behind ? and behind #, and shows neither code nor state', () => {
    const to = (location: string) => ({
      status: 302,
      headers: [['Location', location] as [string, string]],
    });
    const rows = compareAnswers(
      to('https://a.example/cb?code=secret&state=s-1&expires_in=60'),
      to('http://127.0.0.1/cb?code=other&state=s-2#error=access_denied'),
    );
    expect(told(rows)).toEqual([
      'status: same 302 | 302',
      'location ?code: same string | string',
      'location ?state: same string | string',
      'location ?expires_in: only-here 60 | -',
      'location #error: only-there - | access_denied',
    ]);
  });

  it.each([
    ['<!doctype html><title>x', 'page'],
    ['Service Unavailable', 'text'],
    ['', 'nothing'],
    ['[1]', 'array'],
  ])('says of %j that it is a %s', (body, type) => {
    const [row] = compareAnswers({ body }, { body: '{}' });
    expect(row).toEqual({
      place: 'body',
      path: 'body',
      verdict: 'differs',
      here: { type },
      there: { type: 'object' },
    });
  });
});
