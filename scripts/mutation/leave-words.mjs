// A plugin of StrykerJS: the sentences in files of words are left as they are.
import { relative } from 'node:path';
import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin';
import { filesOfWords } from './rooms.mjs';

/** A text with white space in it; one without is a name or a code, which conditions hang on. */
function isSentence(node) {
  if (node.type === 'StringLiteral') return /\s/.test(node.value);
  return node.type === 'TemplateLiteral' && node.quasis.some(({ value }) => /\s/.test(value.raw));
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'leave-words', {
    shouldIgnore({ node, hub }) {
      if (!isSentence(node)) return undefined;
      // Its parser gives a node no file name; the file that is being read has it.
      const file = relative(process.cwd(), hub.file.opts.filename).replaceAll('\\', '/');
      return filesOfWords.some((pattern) => pattern.test(file))
        ? 'a sentence in a file of words'
        : undefined;
    },
  }),
];
