import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';
import { pieces } from './link-terms.ts';

type Plugin = NonNullable<SatteriProcessorOptions['mdastPlugins']>[number];
type Visitor = Extract<
  ReturnType<Extract<Plugin, (...told: never[]) => unknown>>,
  { text?: unknown }
>;
type Above = ReturnType<Parameters<NonNullable<Visitor['text']>>[1]['parent']>;

/** No page of prose, or the glossary itself. */
const without = /\/content\/(?:reference\/glossary|404|index|choose)\.mdx$/;
/** Words in these are a name or a link already. */
const closed = new Set(['link', 'linkReference', 'heading']);

/** Makes a link of each term where a page’s prose uses it first. What stands in a heading, a link or code stays. */
export const linkTerms: Plugin = ({ fileURL }) => {
  if (without.test(fileURL?.pathname ?? '')) return undefined;
  const seen = new Set<string>();
  return {
    name: 'link-terms',
    text(node, context) {
      let above: Above | undefined = context.parent(node);
      while (above) {
        if (closed.has(above.type)) return;
        above = context.parent(above);
      }
      const cut = pieces(node.value, seen);
      if (!cut.some(({ term }) => term)) return;
      context.replaceNode(
        node,
        cut.map(({ text, term }) =>
          term
            ? {
                type: 'link' as const,
                url: `/reference/glossary/#${term.id}`,
                children: [{ type: 'text' as const, value: text }],
                data: { hProperties: { className: ['term'] } },
              }
            : { type: 'text' as const, value: text },
        ),
      );
    },
  };
};
