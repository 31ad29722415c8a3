import type { ExpressiveCodePlugin } from '@astrojs/starlight/expressive-code';
import { h, select, selectAll } from '@astrojs/starlight/expressive-code/hast';
import { highlight } from './highlight.ts';
import { elements } from './theme.ts';

type Block = NonNullable<ReturnType<typeof select>>;

/** Each character, as the page holds it. */
function textOf(node: Block | Block['children'][number]): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}

/** Makes of the frame's lines the lines of a text. */
function joinLines(code: Block, lines: readonly Block[]): void {
  const pieces = lines.map((line) => {
    const held = select('.code', line)?.children ?? [];
    // An empty line holds its own end.
    return held.map((each) => textOf(each)).join('') === '\n' ? [] : held;
  });
  code.children = pieces.flatMap((line, index) =>
    index === 0 ? [h('span.first', line)] : [{ type: 'text' as const, value: '\n' }, ...line],
  );
}

/**
 * Expressive Code draws the frame of a sample, its title and its copy button; what is in it is read
 * by the project's own Shiki, in fences and in components alike.
 */
export const shikiPlugin: ExpressiveCodePlugin = {
  name: 'shiki of the project',
  hooks: {
    performSyntaxAnalysis: async ({ codeBlock }) => {
      const lines = await highlight(codeBlock.code, codeBlock.language);
      for (const [index, pieces] of lines.entries()) {
        let column = 0;
        for (const { text, ink } of pieces) {
          const inlineRange = { columnStart: column, columnEnd: column + text.length };
          column = inlineRange.columnEnd;
          if (ink === undefined) continue;
          codeBlock.getLine(index)?.addAnnotation({
            inlineRange,
            renderPhase: 'earliest',
            render: ({ nodesToTransform }) =>
              nodesToTransform.map((node) => h(elements[ink], node)),
          });
        }
      }
    },
    /**
     * A frame has two elements a line and the text once more on its button: half of a long listing.
     * Lines that nothing marks become text; the button finds it when it is pressed (`copy-listing.ts`).
     */
    postprocessRenderedBlock: ({ renderData: { blockAst } }) => {
      const code = select('code', blockAst);
      if (!code) return;
      const lines = selectAll('.ec-line', code);
      const isPlain = lines.every(
        ({ properties }) => String(properties['className']) === 'ec-line',
      );
      if (isPlain) joinLines(code, lines);
      code.properties['className'] = isPlain ? ['inked', 'whole'] : ['inked'];
      const button = select('button[data-code]', blockAst);
      // Else it copies other words than it shows: a command without its remarks, a change without its signs.
      if (
        button &&
        String(button.properties['dataCode']).replaceAll('\x7f', '\n') === textOf(code)
      ) {
        delete button.properties['dataCode'];
      }
    },
    // The core marks each indent, for lines that wrap. None does here, and a mark is an element.
    postprocessAnnotations: ({ codeBlock }) => {
      for (const line of codeBlock.getLines()) {
        for (const annotation of line.getAnnotations()) {
          if (annotation.renderPhase === 'earlier') line.deleteAnnotation(annotation);
        }
      }
    },
  },
};
