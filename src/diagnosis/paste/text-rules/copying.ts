import type { PasteRule } from '../paste-case.ts';
import { foundIn, saidOf } from './rule.ts';

/** LINT-002: the quotes of a POSIX shell in the shell of Windows. */
export const quotesOfOtherShell: PasteRule = ({ recognised: { text } }) => {
  const isWindows =
    /^[A-Z]:\\[^\n>]{0,100}>\s*curl/m.test(text) ||
    /Protocol "'https?" not supported|is not recognized as an internal or external command/.test(
      text,
    );
  const found = isWindows ? foundIn(text, /\bcurl\b[^\n]*?'[^'\n]*'/) : undefined;
  return (
    found &&
    saidOf(found, 'curl', {
      id: 'LINT-002',
      title: 'The Windows command line does not know single quotes',
      why: 'cmd passes them on as characters, ends the word at each space, and begins another command at `&`, so curl gets pieces.',
      fix: 'Write double quotes, and `\\"` inside them; or run the line in PowerShell with `curl.exe`, or in a POSIX shell.',
      sources: [],
    })
  );
};

/** LINT-004: what a text program made of the quotes of a command. */
export const typographicQuotes: PasteRule = ({ recognised: { text, repairs } }) => {
  const quotes = repairs.find(({ kind }) => kind === 'smart quotes');
  const found = quotes
    ? foundIn(text, /(?:\bcurl\s|\bfetch\(|\b(?:requests|axios)\.\w+\(|Invoke-\w+)/)
    : undefined;
  return (
    found &&
    saidOf(found, 'quotes', {
      id: 'LINT-004',
      title: 'The quotes of this command are typographic ones',
      why: `A text program, a mail or a web page turned " and ' into curly quotes (${quotes?.count ?? 0} of them). A shell does not know them: it cuts each value at its first space, and the quote stays in it. If you sent it like this, it failed for this reason.`,
      fix: 'Type the quotes again as " or \', or copy the command from a block of code.',
      sources: [],
    })
  );
};

/** LINT-004: what else copying changed, as a note. */
export const copiedText: PasteRule = ({ recognised: { repairs } }) => {
  const changed = repairs.filter(
    ({ kind }) => kind === 'no-break spaces' || kind === 'invisible characters',
  );
  const [first] = changed;
  return (
    first &&
    saidOf({ range: { from: 0, to: 0 } }, 'text', {
      id: 'LINT-004',
      kind: 'note',
      title: `The text has ${changed.map(({ kind, count }) => `${count} ${kind}`).join(' and ')}`,
      why: 'You get them if you copy from a mail, a chat or a web page. If they are in a value that you sent, the server compared another text.',
      fix: 'Type the value again, or copy it from plain text.',
      sources: [],
    })
  );
};
