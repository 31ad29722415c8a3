import type { Policy } from '../policy.ts';

/** What RingCentral's JavaScript SDK sends beside the plain headers. */
const allowedHeaders = 'authorization, content-type, client-id, x-user-agent, discovery-tag';
const allowedMethods = 'GET, POST, PUT, PATCH, DELETE, OPTIONS, HEAD';
/** The sandbox's own: which exchange it was, what decided, what was done wrong on demand, where that is explained. */
const ownHeaders = 'RCRequestId, Sandbox-Rule, Sandbox-Fault, Link';
/**
 * Those that a page of another origin may read. RingCentral was recorded to name four, in 2017:
 * neither `Retry-After` nor `X-Rate-Limit-…` nor a challenge is among them.
 */
const exposedHeaders = {
  ringcentral: `Date, RoutingKey, Content-Length, Content-Encoding, ${ownHeaders}`,
  rfc: `WWW-Authenticate, Retry-After, X-Rate-Limit-Group, X-Rate-Limit-Limit, X-Rate-Limit-Remaining, X-Rate-Limit-Window, ${ownHeaders}`,
};

/** What an answer says to a request that no page sent: a page's would be answered otherwise. */
export const fromNoPage = { vary: 'Origin' };

/**
 * Headers that let a page of another origin read an answer, errors included.
 * Credentials are allowed only where RingCentral is imitated, because its SDK
 * sends `credentials: include`; the sandbox reads no cookie on these paths.
 *
 * @see RFC 9700 section 2.6
 */
export function corsHeaders(origin: string, policy: Policy): Record<string, string> {
  return {
    ...fromNoPage,
    'access-control-allow-origin': origin,
    'access-control-expose-headers': exposedHeaders[policy.errorShape],
    ...(policy.errorShape === 'ringcentral' && { 'access-control-allow-credentials': 'true' }),
  };
}

/** The answer to a preflight (AS-197). */
export function preflightHeaders(): Record<string, string> {
  return {
    'access-control-allow-methods': allowedMethods,
    'access-control-allow-headers': allowedHeaders,
  };
}
