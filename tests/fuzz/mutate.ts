import type { Chance } from './chance.ts';
import type { Draft, Pairs } from './grammar.ts';

/** Nobody's app may ever be sent here, and no page may hold the mark unescaped. */
export const stranger = 'evil.example';
export const mark = '<i-am-markup>';

const values = [
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  '9'.repeat(400),
  'null',
  '__proto__',
  'constructor',
  '%',
  '%00',
  '%0d%0aX-Injected: 1',
  '%zz',
  '%c3%28',
  'é☃\u{1f600}',
  '\u202e\u0000',
  mark,
  `"'>${mark}`,
  `https://${stranger}/`,
  `//${stranger}/`,
  `/\\${stranger}`,
  `http://localhost:5000@${stranger}/`,
  `javascript:alert(1)`,
  'Bearer ',
  'Basic Og==',
  'a'.repeat(5000),
  '{"a":{"b":[[[[]]]]}}',
  '../../etc/passwd',
] as const;

const fields: Pairs = [
  ['Host', stranger],
  ['Host', 'localhost'],
  ['Host', ''],
  ['Origin', `https://${stranger}`],
  ['Origin', 'null'],
  ['Sec-Fetch-Site', 'cross-site'],
  ['Content-Type', 'application/json'],
  ['Content-Type', 'multipart/form-data; boundary=x'],
  ['Content-Type', 'application/x-www-form-urlencoded; charset=utf-16'],
  ['Authorization', 'Bearer x'],
  ['Authorization', 'Basic AAAA'],
  ['Cookie', 'sandbox-browser-1=x; =; ;'],
  ['Accept', 'application/json;q=2, */*;q=x'],
  ['Accept', 'text/html'],
  ['Last-Event-ID', '999999999999999999'],
  ['Expect', '100-continue'],
  ['Transfer-Encoding', 'chunked'],
  ['Content-Length', '3'],
  ['Connection', 'keep-alive, Upgrade'],
  ['Upgrade', 'h2c'],
  ['Range', 'bytes=0-1'],
  ['X-Forwarded-Host', stranger],
  ['Forwarded', `host=${stranger};proto=https`],
  ['X-Long', 'x'.repeat(9000)],
];

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'];

const targets: readonly ((path: string) => string)[] = [
  (path) => `/${path}`,
  (path) => path.replace(/\/(?=[^/]*$)/, '//'),
  (path) => `${path}/`,
  (path) => `/x/..${path}`,
  (path) => `/%2e%2e${path}`,
  (path) => path.toUpperCase(),
  (path) => path.replace('/', '\\'),
  (path) => `http://localhost${path}`,
  (path) => `https://${stranger}${path}`,
  (path) => `${path}%00`,
  (path) => `${path};x=1`,
  (path) => path.slice(1),
  () => '*',
  () => `//${stranger}/flows`,
];

/** Names that a query or a form may have; a header without one stops at the parser. */
const names = ['client_id', 'scope', 'x', 'code', '', mark];
const headerNames = ['X-A', 'Accept', 'Authorization', 'Cookie', 'Origin', 'Referer', 'User-Agent'];

function mutatePairs(pairs: Pairs, chance: Chance, given: readonly string[] = names): void {
  const at = chance.below(pairs.length + 1);
  const found = pairs[at];
  if (!found || chance.oneIn(6)) {
    pairs.splice(at, 0, [chance.pick(given), chance.pick(values)]);
  } else if (chance.oneIn(5)) pairs.splice(at, 1);
  else if (chance.oneIn(5)) pairs.push([...found]);
  else if (chance.oneIn(8)) found[0] = chance.pick(given);
  else if (chance.oneIn(3)) found[1] += chance.pick(values);
  else found[1] = chance.pick(values);
}

/** What a member may become; no address of a stranger, since what is registered may be redirected to. */
const jsonValues = ['', null, true, -1, 1e308, [], {}, [[null]], 'x'.repeat(3000), '\u0000', mark];

function mutateJson(value: unknown, chance: Chance): unknown {
  if (typeof value !== 'object' || value === null || chance.oneIn(8)) {
    return chance.pick<unknown>(jsonValues);
  }
  const members = Object.entries(value).map(([name, member]): [string, unknown] =>
    chance.oneIn(3) ? [name, mutateJson(member, chance)] : [name, member],
  );
  if (chance.oneIn(4)) members.push([chance.pick(['__proto__', 'constructor', 'x']), {}]);
  if (chance.oneIn(4)) members.splice(chance.below(members.length + 1), 1);
  return Object.fromEntries(members);
}

/** Does from one to four things to a request that it was not made for. */
export function mutate(draft: Draft, chance: Chance): void {
  for (let left = 1 + chance.below(4); left > 0; left -= 1) {
    switch (chance.below(7)) {
      case 0:
        draft.method = chance.pick(methods);
        break;
      case 1:
        draft.path = chance.pick(targets)(draft.path);
        break;
      case 2:
        draft.headers.push([...chance.pick(fields)]);
        break;
      case 3:
        mutatePairs(draft.query, chance);
        break;
      case 4:
        mutatePairs(draft.headers, chance, headerNames);
        break;
      default:
        if (draft.form) mutatePairs(draft.form, chance);
        else if ('json' in draft) draft.json = mutateJson(draft.json, chance);
        else mutatePairs(draft.query, chance);
    }
  }
}

/** Changes octets of what is sent, whatever they mean. */
export function mutateOctets(octets: Uint8Array, chance: Chance): Uint8Array {
  let text = [...octets];
  for (let left = 1 + chance.below(3); left > 0; left -= 1) {
    const at = chance.below(text.length);
    const few = 1 + chance.below(6);
    switch (chance.below(5)) {
      case 0:
        text.splice(at, few);
        break;
      case 1:
        text.splice(at, 0, ...text.slice(at, at + few));
        break;
      case 2:
        text[at] = chance.below(256);
        break;
      case 3:
        text.splice(at, 0, ...Buffer.from(chance.pick(['\r\n', '\n', '\0', '\t', ' ', ':', '\r'])));
        break;
      default:
        text = text.slice(0, at);
    }
  }
  return Uint8Array.from(text);
}
