import type { FlowId } from '#app-settings/app.ts';
import { flowNames } from '#app-settings/flow-kinds.ts';
import { type Draft, finding, type Finding, type Range } from '../../finding.ts';
import { type Answer, answersOf } from '../answers/answer.ts';
import { certaintyOfCode } from '../answers/certainty-of-code.ts';
import { excludedBy } from '../answers/excluded.ts';
import { redirectUriDiffers } from '../answers/redirect-uri.ts';
import { decidedBySettings } from '../answers/settings-decide.ts';
import { storyOf } from '../answers/stories.ts';
import { wordsOfCode } from '../answers/words-of-code.ts';
import { hasWords, isAlone } from '../is-alone.ts';
import { flowOf } from '../flow-of.ts';
import type { PasteCase } from '../paste-case.ts';

/** What each flow needs of the app, for a refusal of the grant without its settings. */
const instead: Partial<Record<FlowId, string>> = {
  jwt: 'Choose the method “JWT auth flow” in the Auth section of the app, or use an app that has it.',
  implicit: 'Use authorization code with PKCE: the app in the browser needs no secret for it.',
  'client-credentials':
    'Client credentials are only for RingCentral’s partners. Use a JWT for a program without a user.',
  'refresh-token': 'Turn “Issue refresh tokens” on in the Auth section of the app.',
};

const grantCodes = new Set(['OAU-251', 'OAU-125', 'OAU-112', 'OAU-270', 'OAU-152']);

/** A refusal of a grant that the paste names. */
function byFlow(paste: PasteCase, { code, pasted }: Answer): Partial<Draft> {
  if (!grantCodes.has(code)) return {};
  const { flow } = flowOf(paste, pasted) ?? {};
  const fix = flow && instead[flow];
  return flow && fix
    ? {
        title: `The app’s settings do not allow ${flowNames[flow]}`,
        why: 'The server gives an app only the flows in its settings.',
        claims: [],
        fix,
      }
    : {};
}

/** CMN-408: the path names an extension by its id, which may be another user than the token's. */
function otherExtension({ recognised, exchanges }: PasteCase, { code }: Answer): Partial<Draft> {
  const isNamed = [recognised.text, ...exchanges.map(({ one }) => one.exchange.request.url)].some(
    (text) => /\/extension\/\d{3,}/.test(text),
  );
  return code === 'CMN-408' && isNamed
    ? {
        certainty: 'likely',
        claims: [],
        title:
          'The path names another extension than the one that signed in, and the role does not allow that',
        why: 'A user acts for their own extension, `~`. For another extension the role needs the permission that the answer names, which administrators have.',
        fix: 'Write ~ for the extension that signed in, or let an administrator give the role the permission, or sign in as the other extension.',
      }
    : {};
}

/** What there is to say of a refusal: the settings decide first, then what is told, then the code. */
function explained(paste: PasteCase, answer: Answer, isOneOfSeveral: boolean): Finding | undefined {
  const { code, others, isNamed, message, range } = answer;
  const words = wordsOfCode(code, message);
  if (!words) return undefined;
  const shared = {
    evidence: [{ source: answer.pasted?.one.exchange.id ?? '', parameter: code, range }],
    excluded: excludedBy(code),
  };
  const decided = decidedBySettings(paste, answer) ?? redirectUriDiffers(paste, answer);
  if (decided) {
    const { lacks: asks, ...known } = words;
    const isOpen = decided.certainty !== undefined && decided.certainty !== 'certain';
    const rest = { ...(isOpen && asks !== undefined ? { lacks: asks } : {}), claims: [] };
    return { ...finding({ ...known, ...rest, ...shared, ...decided }), code };
  }
  const story = storyOf(code, paste.topics);
  if (story) {
    const { id = words.id, title, why, fix, who } = story;
    const told = { id, title, why, ...(fix ? { fix } : {}), ...(who ? { who } : {}) };
    return { ...finding({ ...words, ...shared, ...told, claims: [], certainty: 'likely' }), code };
  }
  const certainty =
    // Of several refusals one may be the usual course, such as a token whose hour was over.
    others.length > 0 || isOneOfSeveral
      ? 'likely'
      : certaintyOfCode(code, {
          isNamed,
          isAlone: isAlone(paste) && !(answer.isWord && hasWords(paste)),
          isAtToken: /\/oauth\/token/.test(paste.recognised.text),
        });
  return {
    ...finding({
      ...words,
      ...shared,
      ...byFlow(paste, answer),
      certainty,
      ...otherExtension(paste, answer),
    }),
    code,
  };
}

/** It stands at the beginning of its line, behind the mark of a list or in a table. */
function isInList({ recognised: { text } }: PasteCase, { from }: Range): boolean {
  const line = text.lastIndexOf('\n', from - 1) + 1;
  return /^[\s|*•`'"\d.)-]{0,12}$/.test(text.slice(line, from));
}

/** What the server refused, by its code, else by its text: each refusal of the paste once. */
export function refusals(paste: PasteCase): Finding[] {
  const answers = answersOf(paste);
  // A table of codes, as a page of documentation has it, is no refusal.
  if (
    answers.length > 2 &&
    answers.every(({ isWord, range }) => isWord && isInList(paste, range))
  ) {
    return [];
  }
  const named = new Set(paste.recognised.pieces.flatMap(({ codes: [code] }) => code ?? []));
  const isOneOfSeveral = answers.length > 1 || named.size > 1;
  return answers.flatMap((answer) => explained(paste, answer, isOneOfSeveral) ?? []);
}
