import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { samplePart } from '../guide/sample-part.ts';
import { languages } from './languages.ts';

const content = fileURLToPath(new URL('../../../content/quick-start', import.meta.url));

const appParts = {
  settings: 'RC_SERVER_URL',
  problem: 'Problem',
  server: 'Basic',
  'sign in': 'code_challenge',
  callback: 'access_denied',
  token: 'code_verifier',
  refresh: 'invalid_grant',
  api: 'Bearer',
  'sign out': '/restapi/oauth/revoke',
  pages: '<!doctype html>',
  run: 'quick-start-session',
};
const scriptParts = {
  settings: 'RC_SERVER_URL',
  server: 'invalid_client',
  token: 'grant_type',
  api: '/extension/~',
  next: 'authorization code with PKCE',
};

/** Ruby's own way of Basic writes no such word. */
const words = (slug: string, word: string) =>
  slug === 'ruby' && word === 'Basic' ? 'basic_auth' : word;

describe.each(languages)('$label: a page finds each part by its name', (language) => {
  const { slug, app, jwt, password } = language;
  const read = (...path: string[]) => readFileSync(join(content, ...path), 'utf8');
  const programs = [
    ['authorization-flow', app, appParts],
    ['password-flow', jwt, scriptParts],
    ['password-flow', password, scriptParts],
  ] as const;

  test.each(programs)('%s, $run', (flow, { file, folder = '' }, parts) => {
    const code = read(flow, slug, folder, file);
    for (const [part, word] of Object.entries(parts)) {
      expect(samplePart(code, part), part).toContain(words(slug, word));
    }
  });
});
