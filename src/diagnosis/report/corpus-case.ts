import type { AppSettings } from '#app-settings/app.ts';
import { certaintyOf } from '../finding.ts';
import type { Shown } from '../hide/shown.ts';

/**
 * A masked case with the cause that somebody knows to be right, in the shape of `tests/corpus`: for
 * whoever found that it was something else. It is copied by hand; nothing is sent.
 *
 * @param cause in the words of whoever solved the ticket
 */
export function corpusCaseOf(shown: Shown, cause: string, settings?: AppSettings): string {
  const { text, pieces, findings, removed } = shown;
  const [said] = findings;
  return `${JSON.stringify(
    {
      id: 'name-it',
      form: pieces[0]?.form ?? 'symptom in prose',
      language: 'en',
      paste: text,
      ...(settings && { settings }),
      expected: { certainty: 'likely', ids: [], says: cause, who: 'developer', hasSecret: false },
      secrets: [],
      people: [],
      source: 'a ticket, masked by the diagnoser',
      cause,
      made: `masked: ${removed.map(({ label }) => label).join(', ') || 'nothing'}; said instead: ${
        said ? `${said.id}, ${certaintyOf(said)}: ${said.title}` : 'nothing wrong'
      }`,
    },
    null,
    2,
  )}\n`;
}
