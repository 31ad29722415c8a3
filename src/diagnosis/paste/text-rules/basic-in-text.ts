import { rfc } from '#flows/specs.ts';
import { basicMistake } from '../compare/basic.ts';
import type { PasteRule } from '../paste-case.ts';
import { standInOf } from '../../stand-in.ts';
import { foundIn, saidOf } from './rule.ts';

const fix =
  'Encode client id, colon, client secret: `printf "%s:%s" "$ID" "$SECRET" | base64 -w0`, or let the library or `curl -u` do it.';

/** LINT-169: a Basic header that stands alone, among headers or in a log. */
export const basicAlone: PasteRule = ({ recognised: { text }, exchanges }) => {
  const found = foundIn(
    text,
    /(?:^|[\s{,"'])authorization["']?\s*(?:[:=]|=>)\s*["']?(basic:?\s+[^\s"',;]+)/im,
  );
  const value = found?.groups[1] ?? '';
  if (!found || standInOf(value.replace(/^basic:?\s+/i, '')) !== undefined) return undefined;
  // Within a request its own rule speaks, which knows what the server made of it.
  const isPart = exchanges.some(
    ({ range, one }) =>
      range.from <= found.range.from &&
      found.range.to <= range.to &&
      one.exchange.request.url !== '' &&
      one.exchange.request.headers.length > 0,
  );
  // The text ends within the quotes that the header stands in.
  const isCutOff =
    found.range.to >= text.trimEnd().length &&
    /["'`]authorization:/i.test(text.slice(Math.max(0, found.range.from - 1), found.range.to));
  const mistake = isPart || isCutOff ? undefined : basicMistake(value);
  return (
    mistake &&
    saidOf(found, 'Authorization', {
      id: 'LINT-169',
      title: mistake.title,
      why: mistake.why,
      fix,
      sources: [rfc(7617, '2')],
    })
  );
};

/** LINT-169: a settings file whose secret carries a space inside its quotes. */
export const secretWithSpaceInSettings: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /(client[_-]?(?:secret|id)|app[_-]?(?:secret|key))[\w-]{0,20}["']?\s*(?:[:=]|=>)\s*(["'`])(?:\s{1,20}[^"'`\s]{8,200}\s{0,20}|[^"'`\s]{8,200}\s{1,20})\2/i,
  );
  if (!found) return undefined;
  const which = /secret/i.test(found.groups[1] ?? '') ? 'client secret' : 'client id';
  return saidOf(found, found.groups[1] ?? '', {
    id: 'LINT-169',
    certainty: 'likely',
    title: `The ${which} has a space inside its quotes`,
    why: 'The program reads the space as part of the value and encodes it into the Basic header, where nobody sees it. The server compares every character.',
    fix: 'Remove the space from the settings file, or trim the value where you read it.',
    lacks: 'Whether the program trims what it reads.',
    sources: [rfc(7617, '2')],
  });
};
