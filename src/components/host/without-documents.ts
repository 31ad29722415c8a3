/** A node of a syntax tree, as far as this needs it (ESTree). */
interface Node {
  type: string;
  start: number;
  end: number;
  [member: string]: unknown;
}

/** What a plugin of the bundler is given, as far as this needs it. */
interface Context {
  parse(code: string): unknown;
}

/** Which members of a file's data no worker reads: they are for the reference pages and the OpenAPI document. */
function unreadMembers(id: string): ReadonlySet<string> | undefined {
  if (/\/src\/app-settings\/rules\/(?!index|rule\.|ids)/.test(id)) {
    return new Set(['words', 'source', 'basis', 'checked', 'smallestChange']);
  }
  if (/\/src\/sandbox\/endpoints\/control\/routes\/(?!index)/.test(id)) {
    return new Set(['summary', 'answers', 'query']);
  }
  return undefined;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const children = (node: Node): Node[] =>
  Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);

const nameOf = ({ key }: Node): string | undefined =>
  isNode(key) && typeof key['name'] === 'string' ? key['name'] : undefined;

/** The outermost members with one of these names, outside of functions. */
function findMembers(node: Node, names: ReadonlySet<string>): Node[] {
  if (node.type === 'Property' && names.has(nameOf(node) ?? '')) return [node];
  if (/Function/.test(node.type)) return [];
  return children(node).flatMap((child) => findMembers(child, names));
}

function without(code: string, members: readonly Node[]): string {
  let text = code;
  for (const { start, end } of [...members].sort((one, other) => other.start - one.start)) {
    const comma = /^\s*,/.exec(text.slice(end))?.[0].length ?? 0;
    text = text.slice(0, start) + text.slice(end + comma);
  }
  return text;
}

/**
 * Leaves out of the worker what only documents say: a reader's browser runs the
 * sandbox, and the pages that quote the rule book have words of their own.
 */
export function withoutDocuments() {
  return {
    name: 'without-documents',
    transform(this: Context, code: string, id: string) {
      // A file of the built site, which the worker answers from there.
      if (id.endsWith('/src/sandbox/views/stylesheet.ts')) {
        return { code: "export const pagesStylesheet = '';", map: null };
      }
      // Where each rule was read: nothing but its rules' sources, which are gone.
      if (id.endsWith('/src/app-settings/sources.ts'))
        return { code: 'export const sources = {};', map: null };
      const names = unreadMembers(id);
      if (!names) return null;
      const members = findMembers(this.parse(code) as Node, names);
      if (members.length === 0) throw new Error(`${id} has none of ${[...names].join(', ')}.`);
      return { code: without(code, members), map: null };
    },
  };
}
