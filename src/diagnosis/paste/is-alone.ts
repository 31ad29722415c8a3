import type { PasteCase } from './paste-case.ts';

/** Words of somebody: a line of four or more in a row that no program prints. */
const sentences = /^(?!\s*(?:at |File |#\d|[>*<] )).*\b[\p{L}’']{2,}(?: [\p{L}’',]+){3,}/mu;

/** The same in a script that writes no spaces. */
const unspaced = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}]{6,}/u;

/** Whether somebody writes anything beside a code, be it no whole sentence. */
export const hasWords = ({ prose }: PasteCase): boolean =>
  (prose.match(/\p{L}{2,}/gu)?.length ?? 0) > 1 || unspaced.test(prose);

/** Whether a refusal stands alone: no story, no program and no settings that may show a cause behind it. */
export const isAlone = ({ prose, exchanges, all }: PasteCase): boolean =>
  !sentences.test(prose) &&
  !unspaced.test(prose) &&
  exchanges.length < 2 &&
  !all.some(({ form }) => form === 'source' || form === 'values' || form === 'widget');
