import { rules } from '#app-settings/rules/index.ts';
import { flowNames } from '#flows/ids.ts';
import { loadMistakes } from '#flows/mistake-registry.ts';
import { playgroundLink } from '#islands/playground/model/fragment.ts';
import {
  type ErrorCode,
  type ErrorFamily,
  errorCodes,
  errorEntry,
  errorFamily,
} from '#protocol/errors/catalogue.ts';
import { elsewhere } from '#protocol/errors/seen/elsewhere.ts';
import { isPublic, seenOf } from '#protocol/errors/seen/seen.ts';
import type { Seen, Sighting } from '#protocol/errors/seen/sighting.ts';
import { sightingSource } from '#protocol/errors/seen/sources.ts';
import { apiEnvelope, oauthEnvelope } from '#sandbox/wire/envelope.ts';
import { errorHref } from '#protocol/errors/error-href.ts';
import type { ErrorFacts } from './errors-document.ts';

/** The families in the order of the reference, with what a reader would call each. */
export const familyTitles: Record<ErrorFamily | 'elsewhere', string> = {
  client: 'Which app is asking',
  authorize: 'The authorization request',
  grant: 'What is exchanged for tokens',
  pkce: 'PKCE',
  jwt: 'What a JWT says',
  user: 'Who signs in',
  api: 'The API behind the tokens',
  limit: 'Too much',
  request: 'The request itself',
  elsewhere: 'Seen at RingCentral, and never sent by the sandbox',
};

interface Place {
  title: string;
  href: string;
}

/** Where the playground makes each code happen, the first three of a code. */
async function placesByCode(): Promise<ReadonlyMap<string, Place[]>> {
  const places = new Map<string, Place[]>();
  for (const flow of flowNames) {
    for (const { id, title, predicted } of await loadMistakes(flow)) {
      if (predicted.code === undefined) continue;
      const all = places.get(predicted.code) ?? [];
      if (all.length < 3 && all.every((each) => each.title !== title)) {
        all.push({ title, href: playgroundLink({ flow, mistake: id }) });
      }
      places.set(predicted.code, all);
    }
  }
  return places;
}

/** A form with its source, as the document has it. */
export const formOf = ({ text, by, status, error }: Sighting): ErrorFacts['seen'][number] => {
  const { label, when, evidence, ...source } = sightingSource(by);
  return {
    text,
    when,
    evidence,
    source: { label, ...('href' in source && { href: source.href }) },
    ...(status !== undefined && { status }),
    ...(error !== undefined && { error }),
  };
};

const outside = ({ who, met, ask, sightings }: Seen) => ({
  who,
  met,
  ask,
  seen: sightings.map(formOf),
});

/** The body that the sandbox sends, by the writer of its answers. */
function exampleOf(code: ErrorCode, family: ErrorFamily): Record<string, unknown> {
  const policy = { errorShape: 'ringcentral' } as const;
  const isApi = family === 'api' || family === 'limit';
  return { ...(isApi ? apiEnvelope({ code }, policy) : oauthEnvelope({ code }, policy)) };
}

function factsOf(code: ErrorCode, places: ReadonlyMap<string, Place[]>): ErrorFacts {
  const { status, error, message, when, cause, fix, basis, source } = errorEntry(code);
  const family = errorFamily(code);
  return {
    code,
    origin: isPublic(code) ? 'ringcentral' : 'sandbox',
    family,
    href: errorHref(code),
    sandbox: { status, error, message, example: exampleOf(code, family) },
    when,
    cause,
    fix,
    basis,
    source,
    ...(isPublic(code) ? outside(seenOf(code)) : { seen: [] }),
    rules: rules
      .filter((rule) => rule.predictedError === code || rule.sandboxError === code)
      .map(({ id }) => id),
    mistakes: places.get(code) ?? [],
  };
}

/** Every error that is known here, each with all that is known of it, as `/errors.json` has it. */
export async function errorFacts(): Promise<ErrorFacts[]> {
  const places = await placesByCode();
  return [
    ...errorCodes.map((code) => factsOf(code, places)),
    ...Object.entries(elsewhere).map(([code, entry]): ErrorFacts => ({
      code,
      origin: 'ringcentral',
      family: 'elsewhere',
      href: errorHref(code),
      when: entry.when,
      fix: entry.fix,
      basis: entry.basis,
      source: entry.source,
      ...outside(entry),
      rules: [],
      mistakes: [],
    })),
  ];
}
