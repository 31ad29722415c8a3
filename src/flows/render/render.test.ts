import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotePosix, renderCurl } from './curl.ts';
import { renderHttpRequest, renderHttpResponse } from './http.ts';

const token = {
  method: 'POST',
  url: 'http://localhost:4321/restapi/oauth/token',
  headers: [['Content-Type', 'application/x-www-form-urlencoded']] as [string, string][],
  body: 'grant_type=authorization_code&code=K&code_verifier=v%0A',
};

/** What a shell makes of a command's words. */
function shellWords(command: string): string[] {
  const out = execFileSync('sh', ['-c', `printf '%s\\0' ${command}`], { encoding: 'utf8' });
  return out.split('\0').slice(0, -1);
}

describe('a request as raw HTTP', () => {
  it('shows start line, Host, headers and body', () => {
    expect(renderHttpRequest(token)).toBe(
      [
        'POST /restapi/oauth/token HTTP/1.1',
        'Host: localhost:4321',
        'Content-Type: application/x-www-form-urlencoded',
        '',
        'grant_type=authorization_code&code=K&code_verifier=v%0A',
      ].join('\n'),
    );
  });

  it('shows the query as it goes', () => {
    expect(
      renderHttpRequest({ method: 'GET', url: 'http://[::1]:4321/a/~?b=%2F+c', headers: [] }),
    ).toBe('GET /a/~?b=%2F+c HTTP/1.1\nHost: [::1]:4321');
  });

  it('shows an answer', () => {
    expect(renderHttpResponse({ status: 200, headers: [['x', 'y']] })).toBe('HTTP/1.1 200\nx: y');
  });
});

describe('a request as curl', () => {
  it('gives each parameter a line; curl joins them with &', () => {
    expect(renderCurl(token)).toBe(
      [
        'curl http://localhost:4321/restapi/oauth/token',
        `--header 'Content-Type: application/x-www-form-urlencoded'`,
        '--data-raw grant_type=authorization_code',
        '--data-raw code=K',
        '--data-raw code_verifier=v%0A',
      ].join(' \\\n  '),
    );
  });

  it('says the method where curl would choose another, and turns globbing off for brackets', () => {
    expect(renderCurl({ method: 'DELETE', url: 'http://[::1]/x', headers: [['A', '']] })).toBe(
      `curl 'http://[::1]/x' \\\n  --globoff \\\n  --request DELETE \\\n  --header 'A;'`,
    );
    expect(renderCurl({ ...token, body: '' })).toContain(`--data-raw ''`);
  });

  it.each([`'`, '"', '$HOME', '`id`', '\\', 'a\nb', '!x', '*', '~', '#', ' ', '', '&', "it's"])(
    'quotes %j so that a shell hands it on unchanged',
    (word) => expect(shellWords(quotePosix(word))).toEqual([word]),
  );

  it('quotes any text without a NUL', () => {
    const word = fc.string({ unit: 'binary-ascii', maxLength: 20 });
    const words = fc.array(
      word.filter((text) => !text.includes('\0')),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(words, (texts) => {
        expect(shellWords(texts.map(quotePosix).join(' '))).toEqual(texts);
      }),
      { numRuns: 10 },
    );
  });
});
