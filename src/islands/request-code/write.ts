import type { CodeForm } from '#flows/render/code/code-languages.ts';
import { askInTerminal } from '#flows/render/code/environment.ts';
import { type Secret, secretsIn } from '#flows/render/code/secrets.ts';
import { writeCode } from '#flows/render/code/write-code.ts';
import type { ExchangeRequest } from '#protocol/exchange.ts';

/** A request in a form to take away, and what that form reads from the environment. */
export interface Written {
  /** Undefined where a program cannot show the request. */
  text: string | undefined;
  secrets: readonly Secret[];
  /** Asks for them in a terminal; undefined where nothing is asked for. */
  ask: string | undefined;
}

/** What is loaded with the first look at code. */
export async function write(
  form: CodeForm,
  request: ExchangeRequest,
  known: readonly Secret[],
  navigates: boolean,
): Promise<Written> {
  const text = await writeCode(form, request, known, navigates);
  const secrets = secretsIn(request, known).filter(({ env }) => text?.includes(env));
  const names = secrets.map(({ env }) => env);
  const ask = names.length === 0 || form === 'http' ? undefined : askInTerminal(names, form);
  return { text, secrets, ask };
}
