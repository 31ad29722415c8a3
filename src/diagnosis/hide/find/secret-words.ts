import { kindOfName } from './kind-of-name.ts';

/** What people call a secret, in the languages that pastes come in, and the kind that it is. */
const words: readonly [pattern: string, kind: string][] = [
  [
    'secret(?:o|s)?(?: key)?|Geheimnis|clé secrète|segredo|segreto|chiave segreta|секрет\\p{L}*',
    'client_secret',
  ],
  [
    'pass ?words?|passwd|pwd|pw|pass|passphrase|passcode|pin|contraseña|clave|Passwort|Kennwort|mot de passe|senha|palavra-passe|wachtwoord|hasło|парол\\p{L}*',
    'password',
  ],
  ['jwts?|assertion|credentials?|creds|Zugangsdaten', 'assertion'],
  ['tokens?|токен\\p{L}*|jeton|api[ -]?key|bearer', 'token'],
  ['verifier', 'code_verifier'],
  ['authori[sz]ation code|auth code|code(?![ _-]?challenge)|код', 'code'],
  ['cookies?', 'cookie'],
];
/** Words of a script that puts no space between words. */
const unspaced: readonly [pattern: string, kind: string][] = [
  ['シークレット|秘密|密钥|密鑰|机密|機密|시크릿', 'client_secret'],
  ['パスワード|暗証番号|密码|密碼|口令|비밀번호|סיסמה|كلمة المرور', 'password'],
  ['トークン|令牌|权杖|權杖|토큰', 'token'],
  ['認可コード|コード', 'code'],
];

const kinds = [...words, ...unspaced].map(
  ([pattern, kind]) => [new RegExp(`^(?:${pattern})$`, 'iu'), kind] as const,
);
/** Of people, one pattern for all; whoever uses it says what may stand around it. */
export const everyWord = words.map(([pattern]) => pattern).join('|');
const spaced = String.raw`(?<![\p{L}\d_-])(?:${everyWord})(?![\p{L}\d_]|[-./\\@][\p{L}\d])`;
const said = new RegExp(`${spaced}|${unspaced.map(([pattern]) => pattern).join('|')}`, 'giu');
/** Names of parameters, options and constants: `client_secret`, `--password`, `AppSecret`. */
const names =
  /(?<![\w-])(?:-{1,2}(?:[A-Za-z][\w-]{0,40})?|[A-Za-z][\w-]{0,40})(?:secret|passw(?:or)?d|token|verifier|jwt|assertion|code|[_-]pass|pwd|key)\b(?![./\\@]\w)/gi;

export const kindOfWord = (text: string): string =>
  kinds.find(([pattern]) => pattern.test(text))?.[1] ?? 'client_secret';

/** A word for a secret in a text: where it ends, and what it is a word for. */
export interface SecretWord {
  to: number;
  kind: string;
}

/** The name of an endpoint is a word for no secret: `/oauth/token -u id:secret`. */
const isEndpoint = (text: string, at: number): boolean =>
  /\/oauth2?\/$/i.test(text.slice(Math.max(0, at - 10), at));

/** Every word of people and every name of programs for a secret. */
export function secretWords(text: string): SecretWord[] {
  const found: SecretWord[] = [];
  for (const { index, 0: word } of text.matchAll(said)) {
    if (isEndpoint(text, index)) continue;
    found.push({ to: index + word.length, kind: kindOfWord(word) });
  }
  for (const { index, 0: name } of text.matchAll(names)) {
    const kind = kindOfName(name.replace(/^-+/, ''));
    if (kind !== undefined) found.push({ to: index + name.length, kind });
  }
  return found;
}
