import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { parseAccept } from 'hono/utils/accept';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** What a file may be sent in besides as it is, the best first. */
export const encodings = [
  {
    name: 'br',
    suffix: '.br',
    // 5 of 11: the eleventh makes the site a tenth smaller and takes a hundred times as long.
    compress: (octets: Uint8Array): Promise<Uint8Array> =>
      brotli(octets, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 5,
          [constants.BROTLI_PARAM_SIZE_HINT]: octets.length,
        },
      }),
  },
  {
    name: 'gzip',
    suffix: '.gz',
    compress: (octets: Uint8Array): Promise<Uint8Array> => zip(octets, { level: 9 }),
  },
] as const;

export type Encoding = (typeof encodings)[number];
export const unchanged = 'identity';

/**
 * The encoding that a client likes best, of those that a file is there in.
 *
 * @param header its `Accept-Encoding`; without one it gets the file as it is
 * @returns nothing for the file as it is, which is also what a client gets that refuses all there is
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3
 */
export function chooseEncoding(
  header: string | undefined,
  available: readonly Encoding[],
): Encoding | undefined {
  const asked = new Map(
    parseAccept(header ?? '').map(({ type, q }): [string, number] => [type.toLowerCase(), q]),
  );
  const quality = (name: string): number => asked.get(name) ?? asked.get('*') ?? 0;
  const [best] = [...available].sort((one, other) => quality(other.name) - quality(one.name));
  if (best === undefined || quality(best.name) === 0) return undefined;
  return quality(best.name) < (asked.get(unchanged) ?? 0) ? undefined : best;
}
