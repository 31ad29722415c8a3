import type { Exchange } from '#protocol/exchange.ts';
import { isFailed, pathOf, refusalOf } from '#protocol/exchange-parts.ts';
import type { Shown } from '../hide/shown.ts';
import { codeIn, escaped, fenced } from '../report/markdown.ts';
import { removedInWords } from '../report/removed-words.ts';

/** What a transcript is of. */
export interface About {
  /** As a reader calls it: "Authorization code with PKCE". */
  flow: string;
  clientId: string;
  /** Where the requests went: "the sandbox". */
  server: string;
  /** Titles of the flow's steps, by their ids. */
  steps: ReadonlyMap<string, string>;
}

function outcomeOf(exchange: Exchange): string {
  const { response, failure } = exchange;
  if (!response) return failure?.kind === 'timeout' ? 'no answer in time' : 'no answer';
  const { code } = refusalOf(exchange);
  return isFailed(exchange) && code !== undefined
    ? `${response.status} ${code}`
    : String(response.status);
}

/**
 * A transcript as Markdown, to be read in a ticket or a repository.
 *
 * @param shown masked; `shownTranscript` makes it
 */
export function writeMarkdown({ text, pieces, removed }: Shown, about: About): string {
  const exchanges = pieces.flatMap(({ exchange, range }) =>
    exchange ? [{ exchange, range }] : [],
  );
  const first = exchanges[0]?.exchange.startedAt ?? 0;
  const parts = exchanges.map(({ exchange, range }, at) => {
    const { step, request } = exchange;
    const title = about.steps.get(step ?? '');
    const head = `${at + 1}. ${request.method} ${pathOf(exchange).split('#')[0]}: ${outcomeOf(exchange)}`;
    return [
      `## ${escaped(head)}`,
      ...(title === undefined ? [] : [escaped(title)]),
      fenced(text.slice(range.from, range.to), 'http'),
    ].join('\n\n');
  });
  const intro = [
    `- Flow: ${escaped(about.flow)}`,
    `- App: ${codeIn(about.clientId)}`,
    `- Server: ${escaped(about.server)}`,
    `- Begun: ${new Date(first).toISOString()}`,
    `- Hidden: ${removed.length === 0 ? 'nothing had to be' : removedInWords(removed).join('; ')}`,
  ];
  return `# ${escaped(about.flow)}: a transcript\n\n${intro.join('\n')}\n\n${parts.join('\n\n')}\n`;
}
