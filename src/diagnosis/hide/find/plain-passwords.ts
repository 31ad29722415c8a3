import { isEverydayWord } from '#protocol/mask/secret-names.ts';
import type { Span } from '../spans.ts';

const word = String.raw`(?:pass ?words?|passwd|pwd|pw|pass(?:phrase|code)|contraseña|clave|Passwort|Kennwort|mot de passe|senha|wachtwoord|hasło|пароль)`;
/** A run of letters, as a password that somebody made of words is. */
const run = String.raw`(\p{L}[\p{L}'-]{4,60}\p{L})`;
const ends = String.raw`(?=[.,;!?)"'\x60]{0,3}\s{0,4}(?:\n|$))`;

/** What is said of a password more often than a password is said. */
const said =
  /^(?:correct(?:ly|ed)?|incorrect(?:ly)?|right|wrong(?:ly)?|valid(?:ated|ation|ity)?|invalid(?:ated)?|fine|okay|good|same|different|missing|empty|blank|required|optional|unknown|known|unchanged|changed?|change|reset|expired?|expires|accepted|rejected|refused|denied|locked|disabled|enabled|ignored|needed|allowed|supported|deprecated|ended|over|stored|hashed|encrypted|encoded|decoded|masked|hidden|redacted|removed|omitted|filtered|secure|insecure|strong|weak|long|short|never|always|again|twice|there|here|below|above|attached|provided|given|used|sent|lost|leaked|exposed|forgotten|public|private|secret|really|still|already|simply|only|true|false|undefined|null|none|stimm\w*|pass(?:t|en|te)|funktionier\w*|fehl\w*|zurück\w*|eingeben|eingegeben|richtig|falsch|korrekt|ungültig|gültig|geändert|abgelaufen|vergessen|leer|correcta|incorrecta|válida|inválida|caducada|vacía|correct|incorrecte|valide|invalide|expiré|oublié|grant\w*|flow\w*|login\w*|sign\w*|policy|field\w*|prompt\w*|manager|protection|based|authentication|token\w*|credential\w*|error\w*|failed|fails|fail|works?|working|does\w*|from|with|that|this|which|what|when|where|because|please|thanks|and|the|for|not|has|have|was|were|will|would|should|could|must|your|their|user\w*|client\w*|account\w*|extension\w*|number\w*|match\w*|mismatch\w*|entered|typed|option\w*|page|dialog|form|box|input|hash|salt|length|update\w*|attempt\w*|verification|encryption|rotation|recovery|rules?|change[ds]?|against|before|after|without|instead|itself|string|value|text|parameter\w*|argument\w*|variable\w*|setting\w*)$/iu;

const patterns: readonly RegExp[] = [
  // `the password is correcthorse`, at the end of its line or sentence.
  new RegExp(
    String.raw`(?<![\p{L}\d_-])${word}\s{1,3}(?:is|was|ist|war|lautet|es|est|é|è)\s{1,3}["'\x60]?${run}${ends}`,
    'giu',
  ),
  // `Passwort: Sesamoeffne`, `PASSWORD opensesame`, `user 101 / password swordfish`: to the end of the line.
  new RegExp(
    String.raw`(?<![\p{L}\d_-])${word}\s{0,3}(?:[:=|\u2192]|->|\s)\s{0,3}["'\x60]?${run}${ends}`,
    'giu',
  ),
  // `password hunterly does not work`
  new RegExp(
    String.raw`(?<![\p{L}\d_-])(?:password|pwd|pw|Passwort|Kennwort)\s${run}(?=\s(?:does(?:n['’]t| not)|is (?:not|wrong|right|correct)|for (?:ext|user)|geht|works?)\b)`,
    'giu',
  ),
  // `he typed opensesame as his password`
  new RegExp(
    String.raw`\b(?:typed|types|entered|enters|used|uses|use|chose|set|sent|with)\s["'\x60]?${run}["'\x60]?\sas\s(?:(?:his|her|my|our|their|the|a)\s)?(?:login\s)?${word}(?![\p{L}\d_-])`,
    'giu',
  ),
  // `credentials: 101 / opensesame`
  new RegExp(
    String.raw`\b(?:credentials?|creds|logins?|log-?in|Zugangsdaten|user(?:name)?|ext(?:ension)?)\b[\s:=(]{1,4}\+?\d[\d* -]{1,18}\d?\s{0,2}[/|:]\s{0,2}${run}${ends}`,
    'giu',
  ),
  // `"password": opensesame,`: a quoted name, and no quotes around the value.
  /["'](?:password|passwd|pwd)["']\s{0,3}:\s{0,3}([a-z][a-z-]{5,60}[a-z])(?=\s{0,3}[,}\n])/gi,
  // `password: letmeinplease }` among the arguments of a login.
  /\b(?:password|passwd|pwd)\s{0,2}[:=]\s{0,2}([a-z]{8,60})(?=\s{0,3}[,})])/g,
];

/** A passphrase between quotes, blanks and all. */
const phrase = new RegExp(
  String.raw`(?<![\p{L}\d_-])${word}\s{0,3}(?:is|was|ist|lautet|es|est|[:=])\s{0,3}(["'\x60\u201c\u00ab])([\p{L}\d][^"'\x60\u201c\u201d\u00bb\n]{5,80} [^"'\x60\u201d\u00bb\n]{1,80})(?:\1|[\u201d\u00bb])`,
  'giu',
);

const isWord = (value: string): boolean => said.test(value) || isEverydayWord(value);

/**
 * Passwords that are made of letters alone, where a sentence says that they are one: no digit gives
 * them away. What is said of passwords, that one is wrong or was changed, stays.
 */
export function plainPasswords(text: string): Span[] {
  const found: Span[] = [];
  for (const pattern of patterns) {
    for (const { index, 0: whole, 1: value = '' } of text.matchAll(pattern)) {
      if (isWord(value)) continue;
      const from = index + whole.indexOf(value, whole.length - value.length - 40);
      found.push({ of: 'secret', kind: 'password', from, to: from + value.length, value });
    }
  }
  for (const { index, 0: whole, 2: value = '' } of text.matchAll(phrase)) {
    const from = index + whole.indexOf(value);
    found.push({ of: 'secret', kind: 'password', from, to: from + value.length, value });
  }
  return found;
}
