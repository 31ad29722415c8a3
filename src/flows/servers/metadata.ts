import * as z from 'zod/mini';
import { isLoopbackName } from '#protocol/loopback.ts';
import { isRingCentral } from '#protocol/ringcentral-hosts.ts';

/** Letters of an address (RFC 3986): `URL` reads it without the line breaks, which a shown line would have. */
const written = /^https?:\/\/[!-[\]-~]+$/i;

/** An address to send to: https, or http on the reader's own machine, with no credentials and no fragment (RFC 6749 section 3.1). */
function isEndpoint(text: string): boolean {
  if (!written.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password, hash } = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopbackName(hostname));
  return isSafe && username === '' && password === '' && hash === '';
}

const endpoint = z.string().check(z.refine(isEndpoint));
const names = z.array(z.string());

/** The members of a server's metadata that are read (RFC 8414 section 2, RFC 9207 section 3). */
const metadataSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.optional(endpoint),
  token_endpoint: z.optional(endpoint),
  revocation_endpoint: z.optional(endpoint),
  userinfo_endpoint: z.optional(endpoint),
  grant_types_supported: z.optional(names),
  response_types_supported: z.optional(names),
  code_challenge_methods_supported: z.optional(names),
  token_endpoint_auth_methods_supported: z.optional(names),
  authorization_response_iss_parameter_supported: z.optional(z.boolean()),
});

/** What a server says about itself, as far as a flow needs it. */
export const serverFactsSchema = z.object({
  issuer: z.string(),
  authorize: z.optional(endpoint),
  token: endpoint,
  revoke: z.optional(endpoint),
  /** What can be asked with an access token. */
  api: z.optional(endpoint),
  /** It names itself in every answer from its authorization endpoint. */
  tellsIssuer: z.boolean(),
  grantTypes: z.optional(names),
});
export type ServerFacts = z.infer<typeof serverFactsSchema>;

export type MetadataReading =
  | { kind: 'facts'; facts: ServerFacts; lacks: string[] }
  /** It is a web page. */
  | { kind: 'html' }
  /** Neither JSON nor a web page. */
  | { kind: 'no-json' }
  | { kind: 'no-metadata'; member: string }
  /** It says that it is somebody else (RFC 8414 section 3.3). */
  | { kind: 'other-issuer'; expected: string; said: string }
  /** It sends its reader to RingCentral, or to a program on the reader's own machine. */
  | { kind: 'not-its-own'; member: string }
  | { kind: 'lacks'; endpoint: string };

/** What a flow can do without, so that it is told and not refused. */
const optionalEndpoints = ['authorization_endpoint', 'revocation_endpoint'] as const;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Whether a server may name an endpoint of somebody else's: not a program on the reader's machine, and
 * not a sign-in at RingCentral, whose code would go to that server (RFC 9700 section 4.4).
 */
function isItsToName(endpoint: string, issuer: string): boolean {
  const { hostname, origin } = new URL(endpoint);
  const asked = new URL(issuer);
  const isOwn = asked.origin === origin;
  if (isRingCentral(origin)) return isOwn;
  return !isLoopbackName(hostname) || isLoopbackName(asked.hostname);
}

const endpointMembers = [
  'authorization_endpoint',
  'token_endpoint',
  'revocation_endpoint',
  'userinfo_endpoint',
] as const;

const withoutSlash = (address: string): string => address.replace(/\/$/, '');

/**
 * Reads a server's metadata (RFC 8414).
 *
 * @param text the document
 * @param expected who the server has to say that it is, without a slash at its end
 */
export function readMetadata(text: string, expected: string): MetadataReading {
  if (/^\s*(<!doctype|<html|<\?xml|<head|<body)/i.test(text)) return { kind: 'html' };
  const document = parsed(text);
  if (typeof document !== 'object' || document === null) return { kind: 'no-json' };
  const read = metadataSchema.safeParse(document);
  if (!read.success) {
    return { kind: 'no-metadata', member: String(read.error.issues[0]?.path[0] ?? 'issuer') };
  }
  const { data } = read;
  // Identical, but for a slash at the end, which people leave out of an address.
  if (withoutSlash(data.issuer) !== expected) {
    return { kind: 'other-issuer', expected, said: data.issuer.slice(0, 200) };
  }
  const stranger = endpointMembers.find((name) => {
    const url = data[name];
    return url !== undefined && !isItsToName(url, expected);
  });
  if (stranger !== undefined) return { kind: 'not-its-own', member: stranger };
  if (data.token_endpoint === undefined) return { kind: 'lacks', endpoint: 'token_endpoint' };
  const facts: ServerFacts = {
    issuer: data.issuer,
    token: data.token_endpoint,
    tellsIssuer: data.authorization_response_iss_parameter_supported ?? false,
    ...(data.authorization_endpoint && { authorize: data.authorization_endpoint }),
    ...(data.revocation_endpoint && { revoke: data.revocation_endpoint }),
    ...(data.userinfo_endpoint && { api: data.userinfo_endpoint }),
    ...(data.grant_types_supported && { grantTypes: data.grant_types_supported }),
  };
  return { kind: 'facts', facts, lacks: optionalEndpoints.filter((name) => !data[name]) };
}
