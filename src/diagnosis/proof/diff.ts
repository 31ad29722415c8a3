import type { Exchange } from '#protocol/exchange.ts';
import { formOf, queryOf } from '#protocol/exchange-parts.ts';

/** One line of a request that the fix changed. */
export interface DiffRow {
  name: string;
  /** Undefined where it was not sent. */
  before: string | undefined;
  after: string | undefined;
}

const shownHeaders = ['authorization', 'content-type'];

/** A request and the app that was made for it. */
interface Side {
  clientId: string;
  answered: Exchange | undefined;
}

function partsOf({ answered }: Side): ReadonlyMap<string, string> {
  if (!answered) return new Map();
  const headers = answered.request.headers
    .map(([name, value]): [string, string] => [name.toLowerCase(), value])
    .filter(([name]) => shownHeaders.includes(name));
  const isJson = headers.some(([, value]) => value.includes('json'));
  return new Map([...headers, ...queryOf(answered), ...(isJson ? [] : formOf(answered))]);
}

/** What a value is whatever its characters, which each run makes anew: its kind and how long it is. */
function kindOfValue(name: string, value: string, { clientId }: Side): string {
  if (value === clientId) return 'the app';
  if (name === 'state' || name === 'code_challenge') return `${value.length}`;
  return value.replaceAll(/masked-([a-z_]+)-\d+-(\d+)chars/g, '$1 $2');
}

/**
 * What two requests differ in, by the lines that a reader would compare; values that every run makes
 * anew are the same where their length is. Of a body that is no form its media type alone is told.
 *
 * @param before the request that was refused, masked
 * @param after the one that passed, masked
 */
export function diffOf(before: Side, after: Side): DiffRow[] {
  const [old, mended] = [partsOf(before), partsOf(after)];
  const isOtherType = old.get('content-type') !== mended.get('content-type');
  const names = isOtherType ? ['content-type'] : new Set([...old.keys(), ...mended.keys()]);
  return [...names].flatMap((name) => {
    const [one, other] = [old.get(name), mended.get(name)];
    const isSame =
      one !== undefined &&
      other !== undefined &&
      kindOfValue(name, one, before) === kindOfValue(name, other, after);
    return isSame ? [] : [{ name, before: one, after: other }];
  });
}
