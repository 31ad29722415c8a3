import * as z from 'zod/mini';
import { renderHttpRequest, renderHttpResponse } from '#flows/render/http.ts';

const headers = z.array(z.tuple([z.string(), z.string()]));
const body = z.optional(z.string());

/** Of an event of the sandbox what is shown of it. */
const eventSchema = z.object({
  exchange: z.object({
    request: z.object({
      method: z.string(),
      url: z.string().check(z.refine(URL.canParse)),
      headers,
      body,
    }),
    response: z.optional(z.object({ status: z.int(), headers, body })),
  }),
});

/**
 * One exchange of the sandbox as a text to read, secrets masked as the sandbox masks them.
 *
 * @param id the `RCRequestId` of its answer
 * @returns `gone` where the sandbox no longer keeps it, `silent` where no answer of it came
 */
export async function textOfEvent(
  id: string,
  askSandbox: (path: string) => Promise<Response>,
): Promise<{ text: string } | 'gone' | 'silent'> {
  const response = await askSandbox(`/sandbox/api/events/${encodeURIComponent(id)}`);
  if (response.status === 404) return 'gone';
  const read = eventSchema.safeParse(await response.json().catch(() => undefined));
  if (!read.success) return 'silent';
  const { request, response: answer } = read.data.exchange;
  return {
    text: [renderHttpRequest(request), ...(answer ? [renderHttpResponse(answer)] : [])].join(
      '\n\n',
    ),
  };
}
