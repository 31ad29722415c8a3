import { readBasic } from '#protocol/basic.ts';
import { encodeFormPart } from '#protocol/form.ts';
import type { Language } from './languages.ts';
import type { Secret } from './secrets.ts';

/** What a placeholder stands for. */
export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'env'; env: string }
  /** Client id, colon and a secret of the environment, in base64. */
  | { kind: 'basic'; id: string; env: string };

/** A part, or a text that stands as it is: it is encoded already, or needs no encoding. */
export type Piece = Part | { kind: 'literal'; text: string };

/** A value as a part: what is a secret is read from the environment. */
export function partOf(value: string, secrets: readonly Secret[]): Part {
  const secret = secrets.find((one) => one.value === value);
  return secret ? { kind: 'env', env: secret.env } : { kind: 'text', text: value };
}

/** A header's value: its scheme, if it has one of the two, and what follows. */
export function headerParts(
  value: string,
  secrets: readonly Secret[],
): { scheme: string; part: Part } {
  const [, scheme = '', rest = ''] = /^(Bearer |Basic )?([\s\S]*)$/.exec(value) ?? [];
  const basic = scheme === 'Basic ' ? readBasic(value) : undefined;
  if (basic?.kind !== 'basic') return { scheme, part: partOf(rest, secrets) };
  const { id, secret } = basic.raw;
  const known = secrets.find((one) => one.value === secret);
  return {
    scheme,
    part: known ? { kind: 'basic', id, env: known.env } : { kind: 'text', text: rest },
  };
}

/**
 * Parts as one expression: texts that stand side by side become one.
 *
 * @param encoded whether the whole is part of an address or of an encoded form
 */
export function expressionOf(
  parts: readonly Piece[],
  language: Language,
  encoded: boolean,
): string {
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
          : language.base64(
              `${language.quote(`${part.id}:`)}${language.join}${language.env(part.env)}`,
            );
      expressions.push(encoded ? language.encode(value) : value);
    }
  }
  flush();
  return expressions.length === 0 ? language.quote('') : expressions.join(language.join);
}
