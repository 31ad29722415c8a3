import { looksSecret, isStandIn } from '../secret-value.ts';
import type { Span } from '../spans.ts';

/** What people call a secret, in the languages that pastes come in, and the kind that it is. */
const words: readonly [pattern: string, kind: string][] = [
  [
    'secret(?:o|s)?(?: key)?|Geheimnis|clé secrète|секрет\\p{L}*|シークレット|秘密',
    'client_secret',
  ],
  [
    'pass ?words?|passwd|pwd|passphrase|passcode|pin|contraseña|clave|Passwort|Kennwort|mot de passe|пароль|パスワード',
    'password',
  ],
  ['jwts?|assertion|credentials?|Zugangsdaten', 'assertion'],
  ['tokens?|токен\\p{L}*|トークン|api[ -]?key|bearer', 'token'],
  ['verifier', 'code_verifier'],
  ['authori[sz]ation code|auth code|code(?![ _-]?challenge)|コード|код', 'code'],
  ['cookies?', 'cookie'],
];

const kindOfWord = words.map(
  ([pattern, kind]) => [new RegExp(`^(?:${pattern})$`, 'iu'), kind] as const,
);
const every = words.map(([pattern]) => pattern).join('|');
const word = new RegExp(String.raw`(?<![\p{L}\d_-])(?:${every})(?![\p{L}\d_]|-[\p{L}])`, 'giu');
/** A run without white space, the punctuation of a sentence around it left out. */
const run = /[^\s"'`“”<>()[\]{},;]{4,8000}/g;
const wholeRun = new RegExp(run.source, 'y');
/** What names something else than a secret, just before a run. */
const namesOther =
  /(?:\b(?:id|app|client|extension|user|account|request|challenge|state|version|line|host|scope|method|realm)|[\w-]+\/)\s?[:=]?\s?["'`[(]?$/i;
/** So far behind the word what it speaks of may stand. */
const reach = 100;
/** `hunter2 is my password` */
const before = new RegExp(
  String.raw`(?<![^\s"'(\x60])([^\s"'\x60()<>,;]{6,400})["'\x60]?\s?(?:is|was|as|\(|=|<-)\s?(?:(?:my|our|the|his|her|their)\s)?(?:[a-z]{2,15}[ -]){0,2}?(${every})(?![\p{L}\d_=:-])`,
  'giu',
);

const bare = (text: string): string => text.replace(/^[:=]+/, '').replace(/[.:!?…]+$/, '');

const kindOf = (text: string): string =>
  kindOfWord.find(([pattern]) => pattern.test(text))?.[1] ?? 'client_secret';

/** `key=value` names its own value, and other readers take it; options and dotted names are a program's. */
const isOther = (text: string): boolean =>
  /^[&?]?[A-Za-z_.-]{2,40}(?:=(?!=*$)|:\S)|^[&?]?[a-z_.-]{2,24}=$|&[A-Za-z_]+=|^-{1,2}[a-z]/.test(
    text,
  ) || /^[a-z]{3,}\d?(?:\.[A-Za-z_]{2,24})+$/.test(text);

/**
 * Secrets that people write in sentences: what looks made by chance close behind, or before, a word
 * for a secret ("my password (…)", "secret …", "mein Passwort ist …").
 */
export function sentences(text: string): Span[] {
  const found: Span[] = [];
  const add = (kind: string, from: number, value: string): void => {
    found.push({ of: 'secret', kind, from, to: from + value.length, value });
  };
  for (const { index, 0: name } of text.matchAll(word)) {
    const start = index + name.length;
    // A sentence ends with its line, and with the member of JSON that it stands in.
    const stretch = text.slice(start, start + reach).split(/\n|["'`]\s?[,:}\]]/, 1)[0] ?? '';
    for (const { index: at, 0: whole } of stretch.matchAll(run)) {
      if (!/[\d!@#$%^&*+~|?]/.test(whole) || isOther(bare(whole))) continue;
      // Read to its end, which may lie beyond the reach.
      wholeRun.lastIndex = start + at;
      const value = bare(wholeRun.exec(text)?.[0] ?? whole);
      const shift = whole.search(/[^:=]/);
      const from = start + at + Math.max(0, shift);
      if (
        !looksSecret(value) ||
        isOther(value) ||
        namesOther.test(text.slice(Math.max(0, from - 24), from))
      )
        continue;
      add(kindOf(name), from, value);
      break;
    }
    // `password: "hunter"`, `the password is «hunter»`: said in so many words.
    const said = /^\s{0,3}(?:is|was|ist|es|est|はこれ|=|:)\s{0,3}(["'`])([^"'`\n]{3,200})\1/iu.exec(
      stretch,
    );
    if (said?.[2] !== undefined && !isStandIn(said[2]) && !/\s/.test(said[2])) {
      add(kindOf(name), start + said[0].length - 1 - said[2].length, said[2]);
    }
  }
  for (const { index, 0: whole, 1: raw = '', 2: name = '' } of text.matchAll(before)) {
    const value = bare(raw);
    if (!looksSecret(value) || isOther(value)) continue;
    if (namesOther.test(text.slice(Math.max(0, index - 24), index))) continue;
    add(kindOf(name), index + whole.indexOf(value), value);
  }
  return found;
}
