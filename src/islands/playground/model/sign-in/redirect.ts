import { decodeForm } from '#protocol/form.ts';
import type { Redirect, StateCheck } from '../kept-state.ts';
import type { PlaygroundServer } from '../types.ts';

/** What came back, read from the address; a sequence that is no percent-encoding stays as it is. */
function parametersOf(url: string, notes: Record<string, string>): Redirect['parameters'] {
  const address = new URL(url);
  const parameters: Redirect['parameters'] = [];
  for (const part of [address.search, address.hash]) {
    const form = decodeForm(part.slice(1));
    const pairs = form.kind === 'form' ? form.pairs : [...new URLSearchParams(part.slice(1))];
    for (const [name, value] of pairs) {
      const note = Object.hasOwn(notes, name) ? notes[name] : undefined;
      parameters.push({ name, value, ...(note === undefined ? {} : { note }) });
    }
  }
  return parameters;
}

function checkState(sent: string | undefined, returned: string | undefined): StateCheck {
  if (sent === undefined) return returned === undefined ? 'not-sent' : 'unexpected';
  if (returned === undefined) return 'missing';
  return returned === sent ? 'matches' : 'differs';
}

const goesOn: ReadonlySet<StateCheck> = new Set(['matches', 'not-sent']);

/** What a redirect says, before the page has recorded it. */
type RedirectReading = Pick<Redirect, 'url' | 'parameters' | 'state' | 'issuer' | 'outcome'> & {
  brought?: string;
  expiresIn?: number;
};

/** Why the answer is not of the server that was asked (RFC 9207 section 2.4); undefined where nothing says so. */
function checkIssuer(
  { issuer, origin, tellsIssuer }: Asked,
  said: string | undefined,
): Redirect['issuer'] {
  const expected = issuer ?? origin;
  if (said === undefined) return tellsIssuer ? { expected } : undefined;
  return said === expected ? undefined : { expected, said };
}

/** Who was asked. */
type Asked = Pick<PlaygroundServer, 'issuer' | 'origin' | 'tellsIssuer'>;

/**
 * Reads an authorization response (RFC 6749 sections 4.1.2, 4.1.2.1 and 4.2.2). `state` is looked at
 * before anything else: one that is not the app's own stops the flow, whatever else came with it.
 *
 * @param url the whole address that the browser was sent to
 * @param sentState what the app sent; undefined when it sent none
 * @param notes what each parameter means
 * @param brings what it must carry: a code, or the access token itself
 * @param asked the server that the request went to
 */
export function readRedirect(
  url: string,
  sentState: string | undefined,
  notes: Record<string, string>,
  brings: 'code' | 'token' = 'code',
  asked?: Asked,
): RedirectReading {
  const parameters = parametersOf(url, notes);
  const value = (name: string) => parameters.find((parameter) => parameter.name === name)?.value;
  const state = checkState(sentState, value('state') || undefined);
  const brought = value(brings === 'code' ? 'code' : 'access_token');
  const expiresIn = Number(value('expires_in'));
  const issuer = asked && checkIssuer(asked, value('iss'));
  if (issuer) return { url, parameters, state, issuer, outcome: 'stopped' };
  const read = { url, parameters, state };
  if (!goesOn.has(state)) return { ...read, outcome: 'stopped' };
  if (!brought || value('error') !== undefined) return { ...read, outcome: 'error' };
  return { ...read, outcome: brings, brought, ...(expiresIn > 0 ? { expiresIn } : {}) };
}
