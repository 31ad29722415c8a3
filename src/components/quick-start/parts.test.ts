import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { samplePart } from '../guide/sample-part.ts';
import { languages } from './languages.ts';
import { fileOfPart, webParts } from './parts-told.ts';

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
/** Of the second edition, whose parts stand in three files. */
const secondParts = {
  ...appParts,
  problem: 'OAuthError',
  token: 'expires_in',
  sessions: 'quick-start-session',
  problems: 'invalid_client',
  routes: '/favicon.ico',
  run: 'Ready. Open',
};
const secondScriptParts = {
  token: 'grant_type',
  api: '/extension/~',
  next: 'authorization code with PKCE',
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

const second = languages.filter(({ beside }) => beside);
const first = languages.filter(({ beside }) => !beside);

describe.each(second)('$label: a page finds each part of three files by its name', (language) => {
  const { slug, app, jwt, password, beside } = language;
  const read = (...path: string[]) => readFileSync(join(content, ...path), 'utf8');

  test('the web app', () => {
    const names = [app.file, beside?.lesson ?? '', beside?.settings ?? ''];
    const files = names.map((path) => ({ path, text: read('authorization-flow', slug, path) }));
    for (const [part, word] of Object.entries(secondParts)) {
      const text = samplePart(fileOfPart(files, part)?.text ?? '', part);
      expect(text, part).toContain(words(slug, word));
      // On the page: a line further out, such as a class behind its own, would push the others in.
      if (webParts.some((shown) => shown.part === part)) {
        expect(text.split('\n')[1], part).toMatch(/^ {0,4}(?:\S|$)/);
      }
    }
  });

  test.each([jwt, password])('$run', ({ file, folder = '' }) => {
    const code = read('password-flow', slug, folder, file);
    for (const [part, word] of Object.entries(secondScriptParts)) {
      expect(samplePart(code, part), part).toContain(word);
    }
  });
});

describe.runIf(first.length > 0).each(first)(
  '$label: a page finds each part by its name',
  (language) => {
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
  },
);
