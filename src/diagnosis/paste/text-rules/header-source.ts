import { rfc } from '#flows/specs.ts';
import { nearMiss } from '../compare/near-miss.ts';
import { expectedAndSent } from '../../compare/segments.ts';
import type { PasteRule } from '../paste-case.ts';
import { meantGrant, isGrant } from '../request-rules/grants.ts';
import { foundIn, saidOf } from './rule.ts';

/** LINT-169: a source that puts a Basic header together without encoding it, or of the id alone. */
export const basicInSource: PasteRule = ({ recognised: { text } }) => {
  const bare = foundIn(
    text,
    /\bBasic\s+["'`]\s*[+.&]\s*[$\w.>[\]-]{1,40}\s*[+.&]\s*["'`]:["'`]\s*[+.&]|\bBasic \$\{[^}\n]{1,40}\}:\$\{|\bBasic #\{[^}\n]{1,40}\}:#\{|\bBasic \{\w{1,40}\}:\{/,
  );
  if (bare) {
    return saidOf(bare, 'Authorization', {
      id: 'LINT-169',
      title: 'The program sends id and secret after `Basic` as they are, not in base64',
      why: 'The server decodes what it gets, and finds no colon in what comes out.',
      fix: 'Encode `id:secret` with base64: `btoa(id + ":" + secret)`, `base64.b64encode`, `Convert.ToBase64String`; or give both to the library.',
      sources: [rfc(7617, '2')],
    });
  }
  const half = foundIn(
    text,
    /\bBasic\b[^\n]{0,24}(?:btoa|base64\w*|b64encode|Base64\.\w+|encode64)\(\s*[$\w.]{0,20}(?:client_?id|app_?key)\w*\s*\)/i,
  );
  return (
    half &&
    saidOf(half, 'Authorization', {
      id: 'LINT-169',
      title: 'The program encodes only the client id, without colon and secret',
      why: 'After decoding there is no colon, so the server finds no secret and perhaps no client id.',
      fix: 'Encode `client id:client secret`. An app without a secret sends no Authorization header, and `client_id` in the form body.',
      sources: [rfc(7617, '2')],
    })
  );
};

/** LINT-155: a grant that a source misspells. */
export const grantInSource: PasteRule = ({ recognised: { text } }) => {
  const given =
    /\bgrant_?type["'`\]]{0,3}\s{0,4}(?:=>|[:=,]|\bto\b)\s{0,4}["'`]?([a-z][\w:%.-]{2,80})(?=["'&\s,})]|$)/gi;
  for (const match of text.matchAll(given)) {
    const value = (match[1] ?? '').replaceAll(/%3a/gi, ':');
    const meant = isGrant(value) ? undefined : meantGrant(value);
    if (meant === undefined) continue;
    const range = { from: match.index, to: match.index + match[0].length };
    return saidOf({ range }, 'grant_type', {
      id: 'LINT-155',
      title: `There is no \`grant_type\` \`${value}\``,
      why: 'The name has to be exact: the server does not guess. It answers OAU-250.',
      fix: `Write \`${meant}\`.`,
      sources: [rfc(6749, '5.2')],
    });
  }
  return undefined;
};

/** LINT-152: a source that makes a multipart form. */
export const multipartInSource: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /new FormData\(\)[\s\S]{0,300}\.append\(\s*["']grant_type["']|['"]multipart['"]\s*=>[\s\S]{0,200}grant_type|\bfiles\s*=\s*\{[^}]{0,120}grant_type|new MultipartFormDataContent[\s\S]{0,300}grant_type/,
  );
  return (
    found &&
    saidOf(found, 'grant_type', {
      id: 'LINT-152',
      title: 'The token request is sent as multipart, not as a form',
      why: 'The token endpoint reads only x-www-form-urlencoded, so it finds no grant_type and answers OAU-250.',
      fix: 'Use `new URLSearchParams({…})` for FormData, `form_params` for `multipart`, `FormUrlEncodedContent` in C#.',
      sources: [rfc(6749, '4.1.3')],
    })
  );
};

/** LINT-159: a source that names two addresses for one sign-in. */
export const redirectInSource: PasteRule = ({ recognised: { text } }) => {
  const at =
    /\bloginUrl\(\s*\{[^}]{0,300}?redirect_?uri["']?\s*:\s*["'`](https?:[^"'`\s]{4,200})["'`]/i.exec(
      text,
    );
  const back = foundIn(
    text,
    /(?<!\w)login\(\s*\{[^}]{0,300}?redirect_?uri["']?\s*:\s*["'`](https?:[^"'`\s]{4,200})["'`]/i,
  );
  const expected = at?.[1] ?? '';
  const given = back?.groups[1] ?? '';
  const difference = expected === '' || given === '' ? undefined : nearMiss(given, expected);
  return back && difference
    ? saidOf(back, 'redirectUri', {
        id: 'LINT-159',
        title: `The program names another redirect URI at the exchange than at the sign-in: ${difference.words}`,
        why: 'The server compares both character for character, and RingCentral answers OAU-109.',
        fix: 'Keep the address in one constant, and use it in `loginUrl` and in `login`.',
        comparison: expectedAndSent(
          { label: 'At the sign-in', text: expected, maker: 'app' },
          given,
        ),
        sources: [rfc(6749, '4.1.3')],
      })
    : undefined;
};
