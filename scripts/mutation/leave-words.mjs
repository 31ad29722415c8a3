// A plugin of StrykerJS: the sentences in files of words are left as they are.
import { relative } from 'node:path';
import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin';
import { filesOfWords } from './rooms.mjs';

/** Two words; what joins or parts texts is code, and one word is a name that conditions hang on. */
const isWords = (text) => /\p{L}\S*\s+\S*\p{L}/u.test(text);
/** Nothing inside is decided: all that stands in a text that is left is left too. */
const isName = ({ type, object }) =>
  type === 'Identifier' || (type === 'MemberExpression' && isName(object));

function isSentence(node) {
  if (node.type === 'StringLiteral') return isWords(node.value);
  return (
    node.type === 'TemplateLiteral' &&
    node.expressions.every(isName) &&
    isWords(node.quasis.map(({ value }) => value.cooked).join('x'))
  );
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
