import { finding } from '../../finding.ts';
import type { PasteRule } from '../paste-case.ts';

/** LINT-001: nothing in the paste is of a sign-in. */
export const unrecognised: PasteRule = ({ recognised, exchanges }) =>
  exchanges.length === 0 && recognised.pieces.length === 0
    ? finding({
        id: 'LINT-001',
        who: 'nobody',
        title: 'There is no answer of a server in this text',
        certainty: 'cannot tell',
        why: 'It does not say what was sent or what came back, so nothing in it decides the cause.',
        lacks:
          'The error message or the answer’s body, letter for letter: it holds a code such as OAU-251. Or the address in the browser when it fails, the log of the program, or the curl line.',
      })
    : undefined;
