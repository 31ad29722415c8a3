import type { ExchangeRequest } from '#protocol/exchange.ts';
import type { CodeForm } from './code-languages.ts';
import { curlCommand } from './curl-command.ts';
import { httpFile } from './http-file.ts';
import type { Secret } from './secrets.ts';
import { snippet } from './snippet.ts';

/**
 * A request in the form that a reader takes away, without a secret in it.
 *
 * @param known secrets by their names
 * @param navigates the browser goes there: a program only makes the address
 * @returns undefined where a program cannot show it
 */
export async function writeCode(
  form: CodeForm,
  request: ExchangeRequest,
  known: readonly Secret[],
  navigates: boolean,
): Promise<string | undefined> {
  if (form === 'http') return httpFile(request, known);
  if (form === 'curl') return curlCommand(request, known);
  return snippet(request, form, known, navigates);
}
