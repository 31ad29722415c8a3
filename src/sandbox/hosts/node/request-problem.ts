import type { IncomingMessage } from 'node:http';
import { guardHeaders } from '../../wire/guard-headers.ts';

/** What is said of a Host, a target or both that make no URL. */
export const noAddress =
  'The address of the request cannot be read. Send one Host field with a host name in it, and a path without backslashes.\n';

/**
 * Why it cannot be told which host a request is for, or nothing: of two `Host` fields a proxy and
 * this server may each believe another one.
 *
 * @see RFC 9112 section 3.2
 */
export function hostProblem({
  rawHeaders,
  httpVersion,
}: Pick<IncomingMessage, 'rawHeaders' | 'httpVersion'>): string | undefined {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  if (hosts > 1) return 'The request has two Host fields. Send one.\n';
  // HTTP/1.0 knows no such field: there a target in absolute form is enough.
  return hosts === 0 && httpVersion !== '1.0' ? noAddress : undefined;
}

/** What is said of a defect of this server: that it is one, and nothing of its insides. */
export const serverFailed = 'The server failed while it worked on this request.\n';

/** An answer in one line of plain text, for a request that reaches neither site nor sandbox. */
export function plainAnswer(status: number, text: string): Response {
  const type = 'text/plain; charset=utf-8';
  return new Response(text, { status, headers: { ...guardHeaders, 'content-type': type } });
}
