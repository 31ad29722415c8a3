import type { ExpressiveCodePlugin } from '@astrojs/starlight/expressive-code';
import { h } from '@astrojs/starlight/expressive-code/hast';
import { highlight } from './highlight.ts';

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
              nodesToTransform.map((node) => h(`span.code-${ink}`, node)),
          });
        }
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
