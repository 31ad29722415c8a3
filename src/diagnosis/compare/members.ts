import { isTooDeep } from '#protocol/json-depth.ts';

/** What stands at one path of a body: its type, and its value where that may be compared and shown. */
export interface Member {
  type: 'string' | 'number' | 'boolean' | 'null' | 'object' | 'array' | 'page' | 'text' | 'nothing';
  value?: string;
}

/** Members of a good answer that are words or numbers of the protocol, and nobody's own. */
const publicMembers = new Set([
  'token_type',
  'expires_in',
  'refresh_token_expires_in',
  'session_expires_in',
  'session_idle_timeout',
]);

/** What marks a body as an error envelope, RingCentral's or the RFC's. */
const isEnvelope = (value: object): boolean =>
  'error' in value || 'errorCode' in value || 'errors' in value;

const typeOf = (value: unknown): Member['type'] => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'object';
};

type Walk = { isTold: boolean; named: (text: string) => string; found: Map<string, Member> };

function put(path: string, value: unknown, walk: Walk): void {
  const type = typeOf(value);
  const name = path.split('.').at(-1) ?? path;
  const isScalar = type === 'string' || type === 'number' || type === 'boolean';
  const isTold = isScalar && (walk.isTold || publicMembers.has(name));
  const known = walk.found.get(path);
  // The items of a list are one: what several of them have at a path is one kind, or mixed.
  if (known) {
    if (known.type !== type && known.type === 'null') walk.found.set(path, { type });
    return;
  }
  walk.found.set(path, isTold ? { type, value: walk.named(String(value)) } : { type });
}

function visit(path: string, value: unknown, walk: Walk): void {
  if (path !== '') put(path, value, walk);
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) {
      // Of an envelope each entry counts; elsewhere ten records have the form of one.
      visit(walk.isTold ? `${path}[${at}]` : `${path}[]`, item, walk);
    }
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    visit(path === '' ? name : `${path}.${name}`, member, walk);
  }
}

/**
 * The members of a body by path, in its own order. A body that is no JSON is one member, `body`,
 * that tells what it is instead.
 *
 * @param named puts a name in the place of what differs by run
 */
export function membersOf(body: string, named: (text: string) => string): Map<string, Member> {
  if (body.trim() === '') return new Map([['body', { type: 'nothing' }]]);
  let json: unknown;
  if (isTooDeep(body)) return new Map([['body', { type: 'text' }]]);
  try {
    json = JSON.parse(body);
  } catch {
    return new Map([['body', { type: /^\s*<[!a-z]/i.test(body) ? 'page' : 'text' }]]);
  }
  const found = new Map<string, Member>([['body', { type: typeOf(json) }]]);
  const isTold = typeof json === 'object' && json !== null && isEnvelope(json);
  visit('', json, { isTold, named, found });
  return found;
}
