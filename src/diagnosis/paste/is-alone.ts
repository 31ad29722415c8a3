import type { PasteCase } from './paste-case.ts';

/** Words of somebody: a line of four or more in a row that no program prints. */
const sentences = /^(?!\s*(?:at |File |#\d|[>*<] )).*\b[\p{L}’']{2,}(?: [\p{L}’',]+){3,}/mu;

/** Whether a refusal stands alone: no story, no program and no settings that may show a cause behind it. */
export const isAlone = ({ prose, exchanges, all }: PasteCase): boolean =>
  !sentences.test(prose) &&
  exchanges.length < 2 &&
  !all.some(({ form }) => form === 'source' || form === 'values' || form === 'widget');
