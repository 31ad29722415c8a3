import { chooseEncoding } from './encodings.ts';
import type { SiteFile } from './site-files.ts';

interface Asked {
  method: string;
  header(name: string): string | undefined;
}

/** Whether a list of tags names this one. */
const names = (field: string, etag: string): boolean =>
  field.trim() === '*' || field.split(',').some((each) => each.trim() === etag);
/** The same for a reader who has a copy: `W/` stands before the tag of a proxy that changed nothing that matters. */
const namesWeakly = (field: string, etag: string): boolean =>
  names(field.replaceAll(/(^|,\s*)W\//g, '$1'), etag);

/** The one range that is asked for: its first and last octet, or that there is none such. */
function rangeOf(field: string, size: number): [first: number, last: number] | 'none' | undefined {
  // One space at most: where two patterns in a row took any number, 16 kB of spaces took a second.
  const [, from, to] = /^bytes ?= ?(\d*) ?- ?(\d*)$/i.exec(field.trim()) ?? [];
  // Several, or another unit: a server may answer with the whole.
  if (from === undefined || to === undefined || from + to === '') return undefined;
  if (from !== '' && to !== '' && Number(from) > Number(to)) return undefined;
  const first = from === '' ? Math.max(size - Number(to), 0) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return first > last ? 'none' : [first, last];
}

/**
 * A file as its reader wants it: in the best encoding that they take, not again if they have it, or a
 * part of it.
 *
 * @param status other than 200 for a page that says what went wrong: it is no answer to a condition
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2
 */
export async function sendFile(
  { method, header }: Asked,
  file: SiteFile,
  status = 200,
): Promise<Response> {
  const sent = await file.in(chooseEncoding(header('accept-encoding'), file.encodings));
  const { octets, etag, encoding } = sent;
  // The answer to whoever takes none varies too: it must not be kept for one who does.
  const varies = file.encodings.length > 0 && { Vary: 'Accept-Encoding' };
  const ofBody = {
    'Content-Type': file.type,
    ...(encoding && { 'Content-Encoding': encoding.name }),
  };
  const ofFile = status === 200 && { ETag: etag, 'Accept-Ranges': 'bytes' };
  const whole = (): Response =>
    new Response(octets, {
      status,
      headers: { ...ofBody, ...varies, 'Content-Length': String(octets.length), ...ofFile },
    });
  if (status !== 200) return whole();

  const [ifMatch, ifNoneMatch] = [header('if-match'), header('if-none-match')];
  if (ifMatch !== undefined && !names(ifMatch, etag)) return new Response(null, { status: 412 });
  if (ifNoneMatch !== undefined && namesWeakly(ifNoneMatch, etag)) {
    return new Response(null, { status: 304, headers: { ETag: etag, ...varies } });
  }
  const [asked, ifRange] = [header('range'), header('if-range')];
  if (method !== 'GET' || asked === undefined || (ifRange ?? etag) !== etag) return whole();
  const range = rangeOf(asked, octets.length);
  if (range === undefined) return whole();
  if (range === 'none') {
    return new Response(null, {
      status: 416,
      headers: { 'Content-Range': `bytes */${octets.length}`, ...varies },
    });
  }
  const part = octets.slice(range[0], range[1] + 1);
  return new Response(part, {
    status: 206,
    headers: {
      ...ofBody,
      ...varies,
      ...ofFile,
      'Content-Length': String(part.length),
      'Content-Range': `bytes ${range[0]}-${range[1]}/${octets.length}`,
    },
  });
}
