// A plugin of StrykerJS: the texts in files of words are left as they are.
import { relative } from 'node:path';
import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin';
import { filesOfWords } from './rooms.mjs';

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'leave-words', {
    shouldIgnore({ node }) {
      const isText = node.type === 'StringLiteral' || node.type === 'TemplateLiteral';
      if (!isText || !node.loc?.filename) return undefined;
      const file = relative(process.cwd(), node.loc.filename).replaceAll('\\', '/');
      return filesOfWords.some((pattern) => pattern.test(file))
        ? 'a text in a file of words'
        : undefined;
    },
  }),
];
