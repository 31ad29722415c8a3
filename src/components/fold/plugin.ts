import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';

type Plugin = NonNullable<SatteriProcessorOptions['mdastPlugins']>[number];

/** The section of a flow’s guide whose entries a reader looks up rather than reads. */
const folded = 'Where it goes wrong';

/** Folds each entry of that section to its heading: the guide is read in one sitting, and the entry by its link. */
export const foldTraps: Plugin = ({ fileURL }) => {
  if (!/\/content\/flows\//.test(fileURL?.pathname ?? '')) return undefined;
  return {
    name: 'fold-traps',
    before(root, context) {
      type Child = (typeof root.children)[number];
      const children: Child[] = [];
      let isInside = false;
      let entry: Child[] | undefined;
      for (const child of root.children) {
        if (child.type === 'heading' && child.depth === 2) {
          isInside = context.textContent(child) === folded;
          entry = undefined;
        }
        if (isInside && child.type === 'heading' && child.depth === 3) {
          entry = [
            {
              type: 'mdxJsxFlowElement',
              name: 'summary',
              attributes: [],
              children: [child],
            } as unknown as Child,
          ];
          children.push({
            type: 'mdxJsxFlowElement',
            name: 'details',
            attributes: [{ type: 'mdxJsxAttribute', name: 'class', value: 'fold' }],
            children: entry,
          } as unknown as Child);
        } else if (entry) entry.push(child);
        else children.push(child);
      }
      context.setProperty(root, 'children', children);
    },
  };
};
