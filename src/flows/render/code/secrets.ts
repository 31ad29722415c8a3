import { readBasic } from '#protocol/basic.ts';
import type { ExchangeRequest } from '#protocol/exchange.ts';
import { decodeForm, type FormPair } from '#protocol/form.ts';
import { readMask } from '#protocol/mask/marker.ts';
import { secretKind } from '#protocol/mask/secret-names.ts';
import { envName } from './env-name.ts';

/** A value that a program reads from its environment, and never has in its source. */
export interface Secret {
  value: string;
  /** Of the environment variable. */
  env: string;
}

/** A shorter one may be a part of any word: it is known where it stands alone. */
const shortestWithin = 8;

/** Whether a text is a secret, or has it in it. */
export const holds = (text: string, { value }: Secret): boolean =>
  value === text || (value.length >= shortestWithin && text.includes(value));

function pairsOf({ url, body }: ExchangeRequest): readonly FormPair[] {
  const [, query = ''] = /\?([^#]*)/.exec(url) ?? [];
  return [query, body ?? ''].flatMap((text) => {
    const form = decodeForm(text);
    return form.kind === 'form' ? form.pairs : [];
  });
}

/** What a header's secret is called, and the secret itself. */
function inHeader([name, value]: [string, string]): FormPair[] {
  const [, scheme = '', rest = ''] = /^(Bearer |Basic )?([\s\S]*)$/i.exec(value) ?? [];
  const basic = readBasic(value);
  if (basic.kind === 'basic') return [['client_secret', basic.raw.secret]];
  if (/^bearer /i.test(scheme)) return [['access_token', rest]];
  const kind = secretKind(name);
  return kind === undefined ? [] : [[kind, rest]];
}

/**
 * The secrets that stand in a request: those that are known, those that stand where a protocol puts
 * one, and the stand-ins of a masked exchange.
 *
 * @param known by the names of the flow's values
 */
export function secretsIn(request: ExchangeRequest, known: readonly Secret[]): Secret[] {
  const texts = [
    ...pairsOf(request).map(([name, value]): FormPair => [secretKind(name) ?? '', value]),
    ...request.headers.flatMap(inHeader),
  ];
  const found: Secret[] = [];
  const add = (secret: Secret): void => {
    if (found.some(({ value }) => value === secret.value)) return;
    let env = secret.env;
    for (let number = 2; found.some((one) => one.env === env); number += 1) {
      env = `${secret.env}_${number}`;
    }
    found.push({ value: secret.value, env });
  };
  const body = request.body ?? '';
  for (const [kind, text] of texts) {
    const own = known.filter((secret) => secret.value !== '' && holds(text, secret));
    own.forEach(add);
    if (own.length > 0 || text === '') continue;
    const name = readMask(text)?.kind ?? kind;
    if (name !== '') add({ value: text, env: envName(name) });
  }
  // A body that is no form may hold them all the same.
  for (const secret of known) {
    if (secret.value.length >= shortestWithin && body.includes(secret.value)) add(secret);
  }
  return found;
}
