/** The part of a highlighted line's syntax tree that is read here. */
interface Node {
  type: string;
  tagName?: string;
  value?: string;
  children?: Node[];
}

const isSpace = (node: Node): boolean =>
  node.type === 'text' && node.value !== undefined && node.value.trim() === '';

/** A span that colours nothing but white space, as the text in it. */
function unwrapped(node: Node): Node {
  const [only, ...more] = node.children ?? [];
  const isSpan = node.type === 'element' && node.tagName === 'span';
  return isSpan && only && more.length === 0 && isSpace(only) ? only : node;
}

function unwrapIn(node: Node): void {
  if (!node.children) return;
  for (const child of node.children) unwrapIn(child);
  node.children = node.children.map(unwrapped);
}

/**
 * A plugin of Expressive Code: white space needs no colour, and a fifth of a page's elements are
 * spans about it. A page with four listings has 1,800 of them.
 */
export const plainSpaces = {
  name: 'plain-spaces',
  hooks: {
    postprocessRenderedLine: ({ renderData }: { renderData: { lineAst: object } }): void => {
      unwrapIn(renderData.lineAst as Node);
    },
  },
};
