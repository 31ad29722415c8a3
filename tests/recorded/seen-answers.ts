import { isErrorCode } from '#protocol/errors/codes.ts';
import { operationAt, type OperationId, resourceOf } from '#sandbox/operations/paths.ts';
import type { Operation } from '#sandbox/operations/outcomes.ts';
import type { Transport } from '../conformance/run.ts';

/** One answer as it is told from others: by its operation and by what came of it. */
export interface SeenAnswer {
  operation: Operation;
  /** What was read at the API: the description speaks of it, where `operation` is `api`. */
  described: Operation;
  /** An error code, or a word for what succeeded. */
  outcome: string;
  status: number;
  json: unknown;
}

function codeOf(json: unknown, headers: Headers): string | undefined {
  const anchor = /\/reference\/errors\/#([a-z0-9-]+)>; rel="describedby"/.exec(
    headers.get('link') ?? '',
  )?.[1];
  const code = anchor?.toUpperCase() ?? (json as { errorCode?: string } | undefined)?.errorCode;
  return code !== undefined && isErrorCode(code) ? code : undefined;
}

/** `token` has a word for each grant, a redirect for what it brings. */
function successOf(operation: OperationId, sent: string, status: number, location: string): string {
  if (operation === 'token') {
    const grant = new URLSearchParams(sent).get('grant_type') ?? '';
    return grant.replace('urn:ietf:params:oauth:grant-type:', '');
  }
  if (/[?&]code=/.test(location)) return 'code';
  if (/#access_token=/.test(location)) return 'token';
  return status < 300 ? 'ok' : 'page';
}

async function look(request: Request, sent: string, response: Response): Promise<SeenAnswer> {
  const operation = operationAt(new URL(request.url).pathname);
  const { status, headers } = response;
  const text = await response.clone().text();
  const json: unknown = headers.get('content-type')?.includes('json')
    ? JSON.parse(text)
    : undefined;
  const location = headers.get('location') ?? '';
  const refusal = codeOf(json, headers);
  // A sign-in that failed shows its page again, which has no code to send.
  const failed = status >= 400 ? (status === 429 ? 'too many' : 'again') : undefined;
  const outcome =
    request.method === 'OPTIONS' && status < 300
      ? 'preflight'
      : (refusal ?? failed ?? successOf(operation, sent, status, location));
  const described = operation === 'elsewhere' ? 'api' : operation;
  // What is refused at the API is refused alike whatever is read.
  const isApi = operation === 'elsewhere' || resourceOf(operation) !== undefined;
  return {
    operation: isApi && outcome !== 'ok' ? 'api' : described,
    described,
    outcome,
    status,
    json,
  };
}

/** A transport that tells of each answer of the authorization server and the API that passes. */
export function watched(transport: Transport, tell: (seen: SeenAnswer) => void): Transport {
  return {
    origin: transport.origin,
    async fetch(request) {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/sandbox/') || request.method === 'HEAD') {
        return transport.fetch(request);
      }
      const sent = request.method === 'POST' ? await request.clone().text() : '';
      const response = await transport.fetch(request);
      tell(await look(request, sent, response));
      return response;
    },
  };
}
