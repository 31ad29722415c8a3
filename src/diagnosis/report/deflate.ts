import { decodeBase64Url, encodeBase64Url } from '#protocol/base64url.ts';

const streamOf = (bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new Blob([bytes]).stream();

/** A text compressed, in characters that a fragment takes as they are. */
export async function deflate(text: string): Promise<string> {
  const stream = streamOf(new TextEncoder().encode(text)).pipeThrough(
    new CompressionStream('deflate-raw'),
  );
  return encodeBase64Url(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/**
 * The text back, as far as it has so many octets: a small text may hold a gigabyte.
 *
 * @returns undefined where it is no such text, `too long` where it is more
 */
export async function inflate(
  text: string,
  mostOctets: number,
): Promise<string | undefined | { tooLong: true }> {
  const bytes = decodeBase64Url(text);
  if (!bytes) return undefined;
  const reader = streamOf(bytes).pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let octets = 0;
  let inflated = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      octets += part.value.length;
      if (octets > mostOctets) {
        await reader.cancel();
        return { tooLong: true };
      }
      inflated += decoder.decode(part.value, { stream: true });
    }
    return inflated + decoder.decode();
  } catch {
    return undefined;
  }
}
