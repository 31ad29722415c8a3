import type { Element, ElementContent, Nodes } from 'hast';
import type { Options } from 'rehype-remark';

type Handlers = NonNullable<Options['handlers']>;

const isElement = (node: Nodes, ...names: string[]): node is Element =>
  node.type === 'element' && names.includes(node.tagName);

const hasClass = (node: Nodes, name: string): boolean =>
  node.type === 'element' &&
  Array.isArray(node.properties['className']) &&
  node.properties['className'].includes(name);

/** The text of a listing; each line of it may be an element. */
function listingOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  if (isElement(node, 'br')) return '\n';
  const text = node.children.map((child) => listingOf(child)).join('');
  return hasClass(node, 'ec-line') ? `${text.replace(/\n$/, '')}\n` : text;
}

/** Terms and descriptions of a list, which may stand in groups. */
const entriesOf = (list: Element): ElementContent[] =>
  list.children.flatMap((child) => (isElement(child, 'div') ? entriesOf(child) : [child]));

/**
 * What Markdown has no word for: listings as this site draws them, lists of terms, interactive parts.
 * @param address the page's own, where its interactive parts run
 */
export const handlers = (address: string): Handlers => ({
  'astro-island': () => ({
    type: 'paragraph',
    children: [
      { type: 'text', value: 'An interactive part of the page stands here: ' },
      { type: 'link', url: address, children: [{ type: 'text', value: 'open it' }] },
      { type: 'text', value: '.' },
    ],
  }),

  aside(state, node) {
    const name = node.properties['ariaLabel'];
    const title = {
      type: 'strong' as const,
      children: [{ type: 'text' as const, value: String(name) }],
    };
    const flow = state.toFlow(state.all(node));
    return {
      type: 'blockquote',
      children: (name === undefined
        ? flow
        : [{ type: 'paragraph' as const, children: [title] }, ...flow]) as never[],
    };
  },

  // The name of a listing is told with it.
  figcaption: () => undefined,

  pre(_state, node, parent) {
    const title =
      parent?.type === 'element'
        ? parent.children.find((child) => isElement(child, 'figcaption'))
        : undefined;
    const name = title ? listingOf(title).trim() : '';
    const lang = node.properties['dataLanguage'];
    return {
      type: 'code',
      lang: typeof lang === 'string' ? lang : null,
      meta: name === '' ? null : `title="${name}"`,
      value: listingOf(node).replace(/\n+$/, ''),
    };
  },

  dl(state, node) {
    const items: { term: Element[]; told: Element[] }[] = [];
    for (const child of entriesOf(node)) {
      if (isElement(child, 'dt')) {
        const last = items.at(-1);
        if (last && last.told.length === 0) last.term.push(child);
        else items.push({ term: [child], told: [] });
      }
      if (isElement(child, 'dd')) items.at(-1)?.told.push(child);
    }
    return {
      type: 'list',
      ordered: false,
      spread: false,
      children: items.map(({ term, told }) => {
        const name = term.map((part) => listingOf(part).replaceAll(/\s+/g, ' ').trim()).join(', ');
        const flow = state.toFlow(told.flatMap((part) => state.all(part)));
        const [first, ...rest] = flow;
        const opening = {
          type: 'strong' as const,
          children: [{ type: 'text' as const, value: name }],
        };
        const colon = { type: 'text' as const, value: ': ' };
        return {
          type: 'listItem' as const,
          spread: false,
          children: (first?.type === 'paragraph'
            ? [{ ...first, children: [opening, colon, ...first.children] }, ...rest]
            : [{ type: 'paragraph' as const, children: [opening] }, ...flow]) as never[],
        };
      }),
    };
  },
});
