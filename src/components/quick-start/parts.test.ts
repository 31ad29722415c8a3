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
  problem: 'OAuthError',
  server: 'Basic',
  'sign in': 'code_challenge',
  callback: 'access_denied',
  token: 'expires_in',
  refresh: 'invalid_grant',
  api: 'Bearer',
  'sign out': '/restapi/oauth/revoke',
  sessions: 'quick-start-session',
  pages: '<!doctype html>',
  problems: 'invalid_client',
  routes: '/favicon.ico',
  run: 'Ready. Open',
};
const scriptParts = {
  token: 'grant_type',
  api: '/extension/~',
  next: 'authorization code with PKCE',
};

/** Ruby's own way of Basic writes no such word. */
const words = (slug: string, word: string) =>
  slug === 'ruby' && word === 'Basic' ? 'basic_auth' : word;

describe.each(languages)(
  '$label: a page finds each part of three files by its name',
  (language) => {
    const { slug, app, jwt, password, beside } = language;
    const read = (...path: string[]) => readFileSync(join(content, ...path), 'utf8');

    test('the web app', () => {
      const names = [app.file, beside.lesson, beside.settings];
      const files = names.map((path) => ({ path, text: read('authorization-flow', slug, path) }));
      for (const [part, word] of Object.entries(appParts)) {
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
      for (const [part, word] of Object.entries(scriptParts)) {
        expect(samplePart(code, part), part).toContain(word);
      }
    });
  },
);
