import type { ErrorCode } from '#protocol/errors/codes.ts';
import { errorHref } from '#protocol/errors/error-href.ts';

/** One thing that is wrong with a request to the control API: where, and what. */
export interface Issue {
  /** Member names joined by dots, such as `redirectUris.0`; empty for the request as a whole. */
  path: string;
  message: string;
  /** The code in the catalogue of errors, where there is one. */
  code?: ErrorCode;
}

/** The control API's answers are JSON and never cached: they tell of a moment. */
export function answer(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers },
  });
}

/** Done, and there is nothing to say. */
export function nothing(): Response {
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
}

/**
 * A refusal: `{ errors: [{ path, message, code? }] }`, whatever the status. Where an issue has a
 * code, `Link` leads to its entry; relative, for it stands at the origin that was asked.
 */
export function refusal(
  status: number,
  issues: Issue | readonly Issue[],
  headers: Record<string, string> = {},
): Response {
  const errors: readonly Issue[] = Array.isArray(issues)
    ? (issues as readonly Issue[])
    : [issues as Issue];
  const code = errors.find((each) => each.code !== undefined)?.code;
  const link = code && { Link: `<${errorHref(code)}>; rel="describedby"` };
  return answer(status, { errors }, { ...link, ...headers });
}
