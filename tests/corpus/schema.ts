import * as z from 'zod/mini';
import { appSettingsShape, checkSettings } from '#app-settings/schema.ts';

/** The kinds of paste, by the shape that a reader would name. */
export const forms = [
  'json body',
  'json cut or without braces',
  'python dict',
  'ruby hash',
  'node inspect',
  'php print_r',
  'key: value block',
  'message text alone',
  'code alone',
  'javascript sdk',
  'rc-ex',
  'python sdk',
  'python requests',
  'php sdk',
  'php guzzle',
  'laravel page',
  'java sdk',
  'dotnet sdk',
  'asp.net json',
  'ruby sdk or gem',
  'curl',
  'curl -v',
  'curl for windows',
  'powershell',
  'copy as fetch',
  'raw http',
  'header dump',
  'log',
  'postman in words',
  'authorize url',
  'callback url',
  'widget address',
  'source of a login',
  'jwt',
  'form body',
  'har',
  'symptom in prose',
  'picture in words',
] as const;

export const languages = ['en', 'es', 'de', 'fr', 'ja', 'ru'] as const;

/** `nothing`: no finding that is wrong or a risk; a note, and the strip about a secret, may stand. */
export const expectedCertainties = ['certain', 'likely', 'cannot tell', 'nothing'] as const;

const actors = ['developer', 'administrator', 'user', 'provider', 'nobody'] as const;

const pattern = z.string().check(
  z.refine((source) => {
    try {
      return new RegExp(source, 'i').source !== '';
    } catch {
      return false;
    }
  }, 'is no regular expression'),
);

const expected = z
  .strictObject({
    /** The most that may be claimed of the cause: `likely` is no fault where `certain` stands, the other way it is. */
    certainty: z.enum(expectedCertainties),
    /** Of the first finding, any of these; empty where no rule or code stands for it and `says` alone judges. */
    ids: z.array(z.string()),
    /** What title, why or fix of the first finding holds, whatever the capitals; `''` where nothing is to be said. */
    says: z.union([z.literal(''), pattern]),
    who: z.enum(actors),
    /** What a *cannot tell* asks for. */
    asks: z.optional(pattern),
    hasSecret: z.boolean(),
  })
  .check(
    z.refine(
      ({ certainty, asks }) => (certainty === 'cannot tell') === (asks !== undefined),
      '"cannot tell" asks for something, and nothing else does',
    ),
    z.refine(
      ({ certainty, ids, says }) =>
        certainty === 'nothing' ? ids.length === 0 && says === '' : says !== '',
      'a healthy paste has nothing to say, every other has',
    ),
  );

/** An app's settings; a case seldom knows the app's name. */
const settings = z
  .strictObject({
    ...appSettingsShape,
    name: z._default(appSettingsShape.name, 'App of the case'),
  })
  .check(checkSettings);

/** One paste with what a right diagnosis of it is. */
export const caseSchema = z
  .strictObject({
    id: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
    form: z.enum(forms),
    language: z.enum(languages),
    paste: z.string().check(z.minLength(1)),
    settings: z.optional(settings),
    expected,
    /** Each value of the paste that no view, link or report may show. */
    secrets: z.array(z.string().check(z.minLength(1))),
    /** Each number and address of a person. */
    people: z.array(z.string().check(z.minLength(1))),
    source: z.string().check(z.minLength(1)),
    /** Of public cases: the cause as the thread resolved it, the fix, and what was changed of the original. */
    cause: z.optional(z.string()),
    fix: z.optional(z.string()),
    made: z.optional(z.string()),
  })
  .check(
    z.refine(
      ({ paste, secrets, people }) => [...secrets, ...people].every((each) => paste.includes(each)),
      'a secret or a number of a person does not stand in the paste',
    ),
    z.refine(
      ({ secrets, expected: { hasSecret } }) => hasSecret === secrets.length > 0,
      'hasSecret and secrets differ',
    ),
  );

export type CorpusCase = z.infer<typeof caseSchema>;
/** A case as a family writes it. */
export type CaseInput = z.input<typeof caseSchema>;
