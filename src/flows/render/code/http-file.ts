import type { ExchangeRequest } from '#protocol/exchange.ts';
import { encodeFormPart } from '#protocol/form.ts';
import { renderHttpRequest } from '../http.ts';
import { basicParts, type Part, partsOf } from './parts.ts';
import { ownHeaders } from './own-headers.ts';
import { type Secret, secretsIn } from './secrets.ts';

const written = (parts: readonly Part[]): string =>
  parts
    .map((part) => {
      if (part.kind === 'env') return `{{${part.env}}}`;
      return part.kind === 'basic' ? '' : part.text;
    })
    .join('');

/** `id:{{SECRET}}` apart: the clients that read such files encode the two themselves. */
function header(value: string, secrets: readonly Secret[]): string {
  const basic = basicParts(value, secrets);
  if (!basic || basic.every(({ kind }) => kind === 'text')) return written(partsOf(value, secrets));
  return `Basic ${written(basic).replace(':', ' ')}`;
}

/**
 * A request as the text of an `.http` file, which editors send: `{{RC_CODE}}` stands where a secret
 * goes, and is read from the environment.
 *
 * @param known secrets by their names
 */
export function httpFile(request: ExchangeRequest, known: readonly Secret[]): string {
  const secrets = secretsIn(request, known);
  // A secret stands encoded in an address and in a form, and plain in any other body.
  const cut = (text: string): string =>
    secrets
      .filter(({ value }) => value !== '')
      .sort((one, other) => other.value.length - one.value.length)
      .reduce(
        (rest, { value, env }) =>
          [encodeFormPart(value), encodeURIComponent(value), value].reduce(
            (one, spelling) =>
              spelling.length < 8
                ? one.replaceAll(/(?<==)[^&]*/g, (whole) =>
                    whole === spelling ? `{{${env}}}` : whole,
                  )
                : one.replaceAll(spelling, `{{${env}}}`),
            rest,
          ),
        text,
      );
  const [start = '', ...lines] = renderHttpRequest({
    ...request,
    headers: ownHeaders(request).map(([name, value]) => [name, header(value, secrets)]),
    ...(request.body === undefined ? {} : { body: cut(request.body) }),
  }).split('\n');
  return [cut(start), ...lines].join('\n');
}
