import { readBasic } from '#protocol/basic.ts';
import { encodeFormPart } from '#protocol/form.ts';
import type { Language } from './languages.ts';
import { holds, type Secret } from './secrets.ts';

/** What a placeholder stands for. */
export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'env'; env: string }
  /** A text with a secret in it, such as client id, colon and secret, in base64. */
  | { kind: 'basic'; parts: Part[] }
  /** A text that stands as it is: it is encoded already, or needs no encoding. */
  | { kind: 'literal'; text: string };

/** A value as parts: what is a secret is read from the environment, and what stands around it is text. */
export function partsOf(value: string, secrets: readonly Secret[]): Part[] {
  const [secret] = secrets
    .filter((one) => one.value !== '' && holds(value, one))
    .sort((one, other) => other.value.length - one.value.length);
  if (!secret) return value === '' ? [] : [{ kind: 'text', text: value }];
  const [before = '', ...after] = value.split(secret.value);
  return [
    ...partsOf(before, secrets),
    { kind: 'env', env: secret.env },
    ...partsOf(after.join(secret.value), secrets),
  ];
}

/** Client id, colon and secret of a Basic header as parts; undefined where it is none that can be read. */
export function basicParts(value: string, secrets: readonly Secret[]): Part[] | undefined {
  const basic = readBasic(value);
  if (basic.kind !== 'basic') return undefined;
  const { id, secret } = basic.raw;
  return [{ kind: 'text', text: `${id}:` }, ...partsOf(secret, secrets)];
}

/** A header's value: its scheme, if it has one of the two, and what follows. */
export function headerParts(
  value: string,
  secrets: readonly Secret[],
): { scheme: string; parts: Part[] } {
  const [, scheme = '', rest = ''] = /^(Bearer |Basic )?([\s\S]*)$/.exec(value) ?? [];
  const basic = scheme === 'Basic ' ? basicParts(value, secrets) : undefined;
  const isOpen = basic?.every(({ kind }) => kind === 'text') ?? true;
  return {
    scheme,
    parts: basic && !isOpen ? [{ kind: 'basic', parts: basic }] : partsOf(rest, secrets),
  };
}

/**
 * Parts as one expression: texts that stand side by side become one.
 *
 * @param encoded whether the whole is part of an address or of an encoded form
 */
export function expressionOf(parts: readonly Part[], language: Language, encoded: boolean): string {
  const expressions: string[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') expressions.push(language.quote(text));
    text = '';
  };
  for (const part of parts) {
    if (part.kind === 'literal') text += part.text;
    else if (part.kind === 'text') text += encoded ? encodeFormPart(part.text) : part.text;
    else {
      flush();
      const value =
        part.kind === 'env'
          ? language.env(part.env)
          : language.base64(expressionOf(part.parts, language, false));
      expressions.push(encoded ? language.encode(value) : value);
    }
  }
  flush();
  return expressions.length === 0 ? language.quote('') : expressions.join(language.join);
}
