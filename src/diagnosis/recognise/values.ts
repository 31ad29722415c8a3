import type { Option, Piece } from './known-parts.ts';
import { lengthOfPrefix } from './log-prefix.ts';
import { wireNameOf } from './wire-names.ts';

const most = 100;
const longestLine = 4_000;
/** A name with its value at the beginning of a line, of an env file, of YAML, of an array of PHP. */
const named =
  /^\s{0,12}(?:export |set |setx |- |\$env:|["'])?([A-Za-z][\w .-]{0,50}?)["']?\s{0,6}(?:=>|:=|[:=])\s{0,6}(\S.{0,3000})$/;
/** A pair within a line, as it is on the wire. */
const inline =
  /(?<![\w?&-])(grant_type|response_type|client_id|client_secret|redirect_uri|code_verifier|code_challenge|code_challenge_method|username|extension|password|scope|state|assertion|refresh_token|code)=([^\s&"',;)]{1,2000})/g;

function optionOf(name: string, written: string, from: number, to: number): Option | undefined {
  const means = wireNameOf(name);
  if (means === undefined) return undefined;
  const bare = written.trimEnd().replace(/,$/, '');
  const [, , quoted] = /^(["'`])(.*)\1$/.exec(bare) ?? [];
  return { name, means, value: quoted ?? bare, range: { from, to } };
}

function* optionsIn(text: string): Generator<Option> {
  let from = 0;
  for (const line of text.split('\n')) {
    const start = from;
    from += line.length + 1;
    if (line.length > longestLine || !/[:=]/.test(line)) continue;
    let at = start + lengthOfPrefix(line);
    // Postman in words, and settings in a sentence, have several with commas between.
    for (const part of line.slice(at - start).split(/(?<=[,;]) /)) {
      const [whole, name = '', value = ''] = named.exec(part) ?? [];
      const option =
        whole === undefined
          ? undefined
          : optionOf(name.trim(), value, at, at + part.trimEnd().length);
      if (option) yield option;
      at += part.length + 1;
    }
  }
  for (const { index, 0: whole, 1: name = '', 2: value = '' } of text.matchAll(inline)) {
    const option = optionOf(name, value, index, index + whole.length);
    if (option) yield option;
  }
}

const overlaps = (one: Option, { range }: Option): boolean =>
  one.range.from < range.to && range.from < one.range.to;

/**
 * Names with their values: an env file, YAML, a configuration of PHP, what a request is made of in
 * words ("Grant Type: …, Callback URL: …"), a verifier beside an address.
 *
 * @param text what no other reader took; each stretch that is left out is spaces
 * @returns one piece over all of them; none where there is no name that a sign-in knows
 */
export function valuesIn(text: string): Piece[] {
  if (!/[:=]/.test(text)) return [];
  const options: Option[] = [];
  for (const option of optionsIn(text)) {
    if (!options.some((one) => overlaps(one, option))) options.push(option);
    if (options.length >= most) break;
  }
  if (options.length === 0) return [];
  options.sort((one, other) => one.range.from - other.range.from);
  const range = {
    from: options[0]?.range.from ?? 0,
    to: Math.max(...options.map((one) => one.range.to)),
  };
  return [{ form: 'values', range, unknown: ['request', 'response'], codes: [], options }];
}
