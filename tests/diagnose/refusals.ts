import { errorCodes, wireError } from '#protocol/errors/codes.ts';
import { errorCodeOf } from '#protocol/exchange-parts.ts';
import { presets } from '#sandbox/policy.ts';
import { apiEnvelope, oauthEnvelope } from '#sandbox/wire/envelope.ts';
import type { Transport } from '../conformance/runner/transport.ts';
import { causeOfMistake } from '../oracle/findings.ts';
import { everyMistake } from './broken-on-purpose.ts';

/** A refusal of the sandbox that a program can be given again. */
export interface Refusal {
  /** What was asked when it came. */
  asked: 'code' | 'jwt' | 'password' | 'refresh' | 'revoke' | 'api';
  status: number;
  body: string;
  code: string;
  /** The causes that were put in; none for a refusal that no mistake brings about. */
  causes: string[];
}

const askedBy: Record<string, Refusal['asked']> = {
  authorization_code: 'code',
  'urn:ietf:params:oauth:grant-type:jwt-bearer': 'jwt',
  password: 'password',
  refresh_token: 'refresh',
};

function askedIn({ url, body }: { url: string; body: string }): Refusal['asked'] | undefined {
  const { pathname } = new URL(url);
  if (pathname === '/restapi/oauth/revoke') return 'revoke';
  if (pathname.startsWith('/restapi/v1.0')) return 'api';
  if (pathname !== '/restapi/oauth/token') return undefined;
  return askedBy[new URLSearchParams(body).get('grant_type') ?? ''] ?? 'code';
}

/** Codes that stand in a window or a redirect alone; no program is given them. */
const neverSent = /^SANDBOX-(?:AUTHORIZE|STORE|PAGE)|^OAU-15[23]$/;

/**
 * Every refusal that a program can be given: what each mistake brings about, each text once, and
 * then the codes of the catalogue that no mistake has, as the sandbox writes them.
 */
export async function everyRefusal(host: Transport): Promise<Refusal[]> {
  const found = new Map<string, Refusal>();
  for await (const { mistake, captured } of everyMistake(host)) {
    const last = captured.at(-1);
    const asked = last && askedIn(last);
    const code = last && errorCodeOf(last.responseBody);
    if (!last || asked === undefined || code === undefined || last.status < 400) continue;
    const key = `${asked} ${last.responseBody}`;
    const one = found.get(key) ?? {
      asked,
      status: last.status,
      body: last.responseBody,
      code,
      causes: [],
    };
    const cause = causeOfMistake[mistake.id] ?? '';
    if (!one.causes.includes(cause)) one.causes.push(cause);
    found.set(key, one);
  }
  const met = new Set([...found.values()].map(({ code }) => code));
  const rest = errorCodes
    .filter((code) => !met.has(code) && !neverSent.test(code))
    .map((code): Refusal => {
      const { status, error } = wireError(code);
      const policy = presets.ringcentral;
      const envelope = error ? oauthEnvelope({ code }, policy) : apiEnvelope({ code }, policy);
      const body = JSON.stringify(envelope);
      return { asked: error ? 'code' : 'api', status, body, code, causes: [] };
    });
  return [...found.values(), ...rest];
}
