import type { Element, ElementContent, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { handlers } from './handlers.ts';

/** No words of the page: what draws, what only a script fills, and what repeats the page for a narrow window. */
const silent = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'link',
  'button',
  'input',
  'select',
]);
const leftOut = ['narrow-contents', 'sl-anchor-link', 'page-actions', 'index', 'kept', 'pages'];

const classesOf = ({ properties: { className } }: Element): string[] =>
  Array.isArray(className) ? className.map(String) : [];

function isSilent(node: Element): boolean {
  const { hidden, ariaHidden, dataPagefindIgnore } = node.properties;
  // The footer is ignored by the search, and its sources are words of the page.
  const ignored = dataPagefindIgnore !== undefined && node.tagName !== 'footer';
  return (
    silent.has(node.tagName) ||
    ignored ||
    Boolean(hidden) ||
    String(ariaHidden) === 'true' ||
    classesOf(node).some((name) => leftOut.includes(name)) ||
    (node.tagName === 'p' && classesOf(node).includes('about'))
  );
}

const inline = new Set(['a', 'code', 'span', 'em', 'strong', 'time']);
const isInline = (node: ElementContent | undefined): boolean =>
  node?.type === 'element' && inline.has(node.tagName);

/** Words that only a style keeps apart, with a space between them: `<code>a</code><code>b</code>`. */
const apart = (children: readonly ElementContent[]): ElementContent[] =>
  children.flatMap((child, index): ElementContent[] => {
    const before = children[index - 1];
    const glued =
      isInline(child) &&
      (isInline(before) || (before?.type === 'text' && /[.!?:;]$/.test(before.value)));
    return glued ? [{ type: 'text', value: ' ' }, child] : [child];
  });

/** The title stands first, and what stands above it on the page behind it. */
const titleFirst = (children: readonly ElementContent[]): ElementContent[] => [
  ...children.filter((child) => child.type === 'element' && child.tagName === 'h1'),
  ...children.filter((child) => child.type !== 'element' || child.tagName !== 'h1'),
];

/** The tree without what is no word of the page, and with addresses that hold outside of it. */
function spoken<T extends Nodes>(node: T, absolute: (address: string) => string): T {
  if (!('children' in node) || (node.type === 'element' && node.tagName === 'pre')) return node;
  const children = (node.children as ElementContent[])
    .filter((child) => child.type !== 'comment' && !(child.type === 'element' && isSilent(child)))
    .map((child) => spoken(child, absolute));
  const isTitle = node.type === 'element' && classesOf(node).includes('page-title');
  const properties =
    node.type === 'element' && typeof node.properties['href'] === 'string'
      ? { properties: { ...node.properties, href: absolute(node.properties['href']) } }
      : {};
  const ordered = isTitle ? titleFirst(children) : children;
  return { ...node, ...properties, children: apart(ordered) } as T;
}

/** The first element that is meant, but none that a script fills. */
function find(node: Nodes, isIt: (element: Element) => boolean): Element | undefined {
  if (node.type === 'element' && isIt(node)) return node;
  if (!('children' in node) || (node.type === 'element' && node.tagName === 'astro-island')) {
    return undefined;
  }
  for (const child of node.children) {
    const found = find(child, isIt);
    if (found) return found;
  }
  return undefined;
}

const textOf = (node: Nodes): string =>
  node.type === 'text'
    ? node.value
    : 'children' in node
      ? node.children.map((child) => textOf(child)).join('')
      : '';

export interface Twin {
  title: string;
  description: string;
  markdown: string;
}

/**
 * A built page as Markdown: its title, its text, its sources. An interactive part becomes one line
 * that links to the page.
 *
 * @param html the page as it was built
 * @param address where it stands, such as `/flows/jwt/`
 * @param site the site's origin; without it links begin at the root
 */
export function toMarkdown(html: string, address: string, site = ''): Twin {
  const page = unified().use(rehypeParse).parse(html);
  const absolute = (target: string): string =>
    target.startsWith('#') ? `${site}${address}${target}` : target.replace(/^\/(?!\/)/, `${site}/`);
  const meta = (name: string): string => {
    const found = find(
      page,
      ({ tagName, properties }) =>
        tagName === 'meta' && (properties['name'] ?? properties['property']) === name,
    );
    return String(found?.properties['content'] ?? '');
  };
  const main = find(page, ({ tagName }) => tagName === 'main');
  const body: Root = { type: 'root', children: main ? [spoken(main, absolute)] : [] };
  const heading = find(body, ({ tagName }) => tagName === 'h1');
  const title = heading ? textOf(heading).trim() : meta('og:title');
  const description = meta('description');
  const stringify = unified()
    .use(rehypeRemark, { handlers: handlers(`${site}${address}`) })
    .use(remarkGfm)
    .use(remarkStringify, { bullet: '-', rule: '-', emphasis: '_' });
  // An ampersand of an address needs no mark, and programs read addresses as they stand.
  const words = stringify
    .stringify(stringify.runSync(body))
    .trim()
    .replaceAll(/\]\([^()\s]*\)/g, (link) => link.replaceAll('\\&', '&'));
  const opening = heading ? '' : `# ${title}\n\n${description}\n\n`;
  return { title, description, markdown: `${opening}${words}\n` };
}
