import { renderCurl } from '#flows/render/curl.ts';
import type { Secret } from '#flows/render/code/secrets.ts';
import { envName } from '#flows/render/code/secrets.ts';
import { snippet } from '#flows/render/code/snippet.ts';
import type { ExchangeRequest } from '#protocol/exchange.ts';
import type { Playground } from '../model/playground.ts';

export type CodeId = 'curl' | 'node' | 'php' | 'python' | 'ruby' | 'java' | 'c-sharp';

/** Values that a program reads from its environment: the flow's secrets, and the app's own. */
function secretsOf({ values, app }: Playground): Secret[] {
  const { clientSecret } = app.value;
  const held = values.all.value.flatMap(({ name, value, secret }) =>
    secret && value !== undefined ? [{ value, env: envName(name) }] : [],
  );
  return clientSecret === undefined
    ? held
    : [...held, { value: clientSecret, env: envName('client_secret') }];
}

/** The request as curl, or as a program; undefined where a program cannot show it. */
export async function writeCode(
  as: CodeId,
  request: ExchangeRequest,
  playground: Playground,
): Promise<string | undefined> {
  if (as === 'curl') return renderCurl(request);
  const navigates = playground.step.value.definition.kind === 'navigate';
  return snippet(request, as, secretsOf(playground), navigates);
}
