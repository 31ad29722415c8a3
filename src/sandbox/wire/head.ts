import { PlainResponse } from './plain-response.ts';

/** The `Allow` of a path: HEAD is answered wherever GET is. */
export function allowOf(methods: readonly string[]): string {
  return methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ');
}

/**
 * What HEAD is answered where GET would be answered this: no body, and the length that GET's has
 * where that is known. A stream is ended, so that it holds nothing.
 *
 * @see RFC 9110 section 9.3.2
 */
export async function headOf<Answer extends Response>(
  answer: Answer | PlainResponse,
): Promise<Answer | PlainResponse>;
export async function headOf(answer: Response): Promise<Response> {
  if (answer instanceof PlainResponse) {
    const { status, plainHeaders, plainBody } = answer;
    const length = new TextEncoder().encode(plainBody).length;
    const headers = {
      ...plainHeaders,
      ...(status !== 204 && { 'content-length': String(length) }),
    };
    return new PlainResponse(status, headers, '');
  }
  const { status, headers } = answer;
  await answer.body?.cancel();
  return new Response(null, { status, headers });
}
