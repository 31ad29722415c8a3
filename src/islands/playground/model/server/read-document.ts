/** What came of reading a document of a server. */
export type DocumentReading =
  | { kind: 'text'; text: string; status: number }
  | { kind: 'status'; status: number }
  | { kind: 'redirected' }
  /** More than a document of this kind has. */
  | { kind: 'too-long' }
  /** Nothing came at all. */
  | { kind: 'never' }
  /** It began, and did not come to an end. */
  | { kind: 'slow' }
  | { kind: 'cancelled' }
  /** `fetch` failed; in its own words. */
  | { kind: 'failed'; why: string };

/** A server's metadata has a few kilobytes. */
const longest = 65_536;
/** For headers, then for the whole of it, in milliseconds. */
export const documentPatience = 10_000;

async function textOf(response: Response): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length <= longest) continue;
    await reader.cancel().catch(() => undefined);
    return undefined;
  }
}

/**
 * Reads a document, to a length and for a time.
 *
 * @param fetch follows no redirect
 * @param cancel the reader's own way to stop
 */
export async function readDocument(
  url: string,
  fetch: (request: Request) => Promise<Response>,
  cancel: AbortSignal,
  patience = documentPatience,
): Promise<DocumentReading> {
  const late = AbortSignal.timeout(patience);
  let hasBegun = false;
  try {
    const response = await fetch(
      new Request(url, {
        headers: { accept: 'application/json' },
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'manual',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.any([cancel, late]),
      }),
    );
    hasBegun = true;
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      return { kind: 'redirected' };
    }
    if (!response.ok) {
      await response.body?.cancel();
      return { kind: 'status', status: response.status };
    }
    const text = await textOf(response);
    return text === undefined
      ? { kind: 'too-long' }
      : { kind: 'text', text, status: response.status };
  } catch (cause) {
    if (cancel.aborted) return { kind: 'cancelled' };
    if (late.aborted) return { kind: hasBegun ? 'slow' : 'never' };
    const found = cause as { found?: string };
    if (found.found === 'redirected') return { kind: 'redirected' };
    return { kind: 'failed', why: cause instanceof Error ? cause.message : String(cause) };
  }
}
