import type { Headers as HeaderPairs } from '#protocol/exchange.ts';
import type { Transport } from '../conformance/runner/transport.ts';

/** One request with its answer, as both stood on the wire. */
export interface Captured {
  method: string;
  url: string;
  headers: HeaderPairs;
  body: string;
  status: number;
  responseHeaders: HeaderPairs;
  responseBody: string;
  /** The code behind a refusal, as its `Link` names it; nothing that is pasted has that. */
  code?: string;
  /** Of a page, what is read in the window. */
  words?: string;
}

/** What the sandbox alone says of itself: with it a paste would tell more than RingCentral's does. */
const ownHeaders = ['sandbox-rule', 'link'];

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What is read in a page: its text, a line a block. */
function wordsOf(html: string): string {
  return html
    .replaceAll(/<(style|head|svg|script)\b.*?<\/\1>/gs, '')
    .replaceAll(
      /<\/?(?:p|h\d|div|li|dt|dd|section|pre|form|label|button|header|main|footer)\b[^>]*>/g,
      '\n',
    )
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim();
}

function codeIn(headers: Headers): Pick<Captured, 'code'> {
  const [, code] = /errors\/#([a-z0-9-]+)>/.exec(headers.get('link') ?? '') ?? [];
  return code === undefined ? {} : { code: code.toUpperCase() };
}

/** A transport that keeps what the protocol's paths were asked and answered; the control API is not kept. */
export function capturing(transport: Transport): { transport: Transport; captured: Captured[] } {
  const captured: Captured[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const copy = request.clone();
    const response = await transport.fetch(request);
    const path = new URL(copy.url).pathname;
    if (path.startsWith('/sandbox/')) return response;
    const answer = response.clone();
    const body = await answer.text();
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') === true;
    captured.push({
      method: copy.method,
      url: copy.url,
      headers: [...copy.headers].filter(([name]) => name !== 'cookie'),
      body: await copy.text(),
      status: answer.status,
      responseHeaders: [...answer.headers].filter(
        ([name]) => !ownHeaders.includes(name) && name !== 'set-cookie',
      ),
      responseBody: body,
      ...codeIn(answer.headers),
      ...(isPage ? { words: wordsOf(body) } : {}),
    });
    return response;
  };
  return { transport: { origin: transport.origin, fetch }, captured };
}
