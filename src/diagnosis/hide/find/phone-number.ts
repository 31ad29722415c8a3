import type { Span } from '../spans.ts';

/** What people and forms put between digits: `(202) 555-0143`, `+1+202+555+0143`, `%20`. */
const between = String.raw`(?:[ ().\-/\u00a0\u2010-\u2015+]|%20|%28|%29|%2D){0,3}`;
const plus = String.raw`(?:\+|%2B|%252B|&#43;|\\u002[Bb])`;

/** `+1 202 555 0128`, `%2B12025550128`. */
const international = new RegExp(
  String.raw`(?<![\w+])${plus}(?:\(?\d${between}){7,14}\d(?![\d])`,
  'g',
);
/** `(202) 555-0143`, `202-555-0143`, `1.202.555.0143`. */
const american =
  /(?<![\w.+-])(?:1[-. \u2010-\u2013])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-. \u2010-\u2013])[2-9]\d{2}[-. \u2010-\u2013]\d{4}(?![\w-]|\.\d)/g;
/** Digits alone where a name says what they are: `"phoneNumber": "12025550128"`, `username=12025550128`. */
const named =
  /(?<![A-Za-z])(?:[a-z_]{0,40}phone(?:[_-]?number)?|user[_-]?name|login[_-]?hint|mobile|msisdn|caller(?:[_-]?id)?|callee|from|to|[a-z]{0,40}number|tel|fax|sms)["'`\]\\]{0,4}\s{0,4}(?:=>|=|:|%3D|%3A)\s{0,4}["'`[\\]{0,4}\s?(\d{9,15})(?!\d)/gi;
/** `call me on 2025550128`. */
const spoken =
  /\b(?:call|phone|number|sms|text|fax|tel|mobile|cell|reach|dial|user(?: ?name)?|Telefon|Nummer|tel[ée]fono|t[ée]l[ée]phone)\b[^\n\d]{0,25}?(?<![\d/.-])((?:1[2-9]|[2-9])\d{9}|0\d{9,12})(?![\d.-])/gi;
/** Eleven digits of North America between quotes or spaces, as a user name is passed. */
const quoted = /(?<=["'`])(1[2-9]\d{2}[2-9]\d{6})(?=["'`])/g;
/** `手机13800138000`, `電話090-1234-5678`: no space stands between. */
const unspaced =
  /(?:手机|手機|电话|電話|携帯|号码|號碼|番号|전화|휴대폰)[^\n\d+]{0,6}((?:0|1)\d{1,3}[- ]?\d{4}[- ]?\d{4})(?!\d)/g;
/** As a country writes its own: `030 1234567`, `0171-5550123`, `01 70 18 99 00`, `8 (495) 123-45-67`. */
const national =
  /(?<![\w.+:/-])(?:0\d{1,4}[ /-]\d{3,8}(?:[ -]\d{2,5}){0,2}|0\d(?:[ .]\d\d){4}|8 ?\(\d{3,5}\) ?\d{1,3}(?:[ -]\d{2}){2})(?![\w:-]|\.\d)/g;
/** A word that says whose number it is, before digits in groups: `teléfono 91 123 45 67`, `call 555-0100`. */
const said =
  /(?<![\p{L}])(?:call|phone|number|telephone|tel|t[eé]l|mobile|cell|fax|ring|dial|reach|Telefon|Nummer|Handy|Mobil|Rückruf|tel[ée]fono|m[óo]vil|celular|t[ée]l[ée]phone|num[ée]ro|portable|телефон\p{L}*|номер\p{L}*|тел)(?!\p{L})[^\n\d+(]{0,16}((?:\(\d{2,5}\)[ -]?)?\d{2,5}(?:[ .-]\d{2,5}){1,4})(?![\w:]|[.-]\d)/giu;
const abroad = /(?<![\w+])00[1-9](?:[ -]?\d){8,13}(?!\d)/g;

const digitsOf = (text: string): string =>
  text
    .replaceAll(/%25?2B|%2[089D]|&#43;|\\u002b/gi, '')
    .replaceAll(/\D/g, '')
    .replace(/^00/, '');

/** The same for every way to write one number: its digits, without North America's leading one. */
export const samePhoneNumber = (text: string): string => {
  const digits = digitsOf(text);
  return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
};

/** A number of the form that has the digits of a phone number: no time, no id. */
function isNumber(text: string): boolean {
  const { length } = digitsOf(text);
  return length >= 7 && length <= 15;
}

/** The phone numbers in a text, in the notations of people, forms and JSON. */
export function phoneNumbers(text: string): Span[] {
  const found: Span[] = [];
  const add = (from: number, written: string): void => {
    const to = from + written.length;
    const value = written.replace(/^(?:%25?2B|&#43;|\\u002b)/i, '+');
    if (isNumber(written)) found.push({ of: 'person', kind: 'phone_number', from, to, value });
  };
  for (const pattern of [international, american, abroad, national]) {
    for (const { index, 0: written } of text.matchAll(pattern)) add(index, written);
  }
  for (const pattern of [named, spoken, said, unspaced, quoted]) {
    for (const { index, 0: whole, 1: digits = '' } of text.matchAll(pattern)) {
      add(index + whole.length - digits.length, digits);
    }
  }
  return found;
}

/** A pattern of every other way to write numbers that are known. */
export function numberPattern(numbers: readonly string[]): RegExp | undefined {
  const forms = [...new Set(numbers.map(samePhoneNumber))]
    .filter((digits) => digits.length >= 7)
    .map((digits) => [...digits].join(between));
  if (forms.length === 0) return undefined;
  return new RegExp(
    String.raw`(?<!\d)(?=[\d+(%&\\])(?:${plus}?1?${between})?\(?(?:${forms.join('|')})(?!\d)`,
    'g',
  );
}
