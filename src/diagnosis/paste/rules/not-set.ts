import { finding } from '../../finding.ts';
import type { PasteRule } from '../paste-case.ts';

const missing =
  /\bKeyError: ['"]([A-Z][A-Z\d_]{2,60})['"]|\bkey not found: ["']([A-Z][A-Z\d_]{2,60})["']|Undefined (?:index|array key)[: ]+["']?(\w{2,60})|\benvironment variable ["'`]?([A-Z][A-Z\d_]{2,60})["'`]? (?:is )?(?:not (?:set|found|defined)|missing)/i;

/** LINT-253: the program stopped before it sent anything, because a setting is not there. */
export const settingNotSet: PasteRule = ({ recognised: { text } }) => {
  const found = missing.exec(text);
  const name = found?.slice(1).find((one) => one !== undefined);
  // A key in small letters is a member of an answer.
  if (!found || name === undefined || !/^(?:[A-Z][A-Z\d_]*|RC\w*)$/.test(name)) return undefined;
  const range = { from: found.index, to: found.index + found[0].length };
  return finding({
    id: 'LINT-253',
    who: 'developer',
    title: `The program found no value for ${name}`,
    certainty: 'likely',
    why: 'It stopped before it sent a request: its environment variable is not set, or it did not read the file that sets it (.env).',
    fix: `Set ${name}, or load the .env file before you create the SDK; print the length of the value, never the value.`,
    evidence: [{ source: '', parameter: name, range }],
  });
};
