import { rfc } from '#flows/specs.ts';
import { finding } from '../../finding.ts';
import type { PasteRule } from '../paste-case.ts';

const piped = /\becho (?!-n|-e?n)([^|\n]{1,400})\|\s*(?:openssl (?:base64|enc)|base64)\b/;

/** LINT-169: a Basic header that a shell makes of what `echo` prints. */
export const echoInShell: PasteRule = ({ recognised: { text } }) => {
  const found = piped.exec(text);
  if (!found) return undefined;
  const range = { from: found.index, to: found.index + found[0].length };
  return finding({
    id: 'LINT-169',
    who: 'developer',
    title: '`echo` puts a line break after the secret, and base64 hides it',
    certainty: 'likely',
    why: 'The server decodes the header and compares the secret with the line break, so it is another secret.',
    fix: 'Use `printf %s "id:secret" | base64 -w0`, or `echo -n`; or give both to curl with `-u id:secret`.',
    evidence: [{ source: '', parameter: 'Authorization', range }],
    sources: [rfc(7617, '2')],
  });
};
