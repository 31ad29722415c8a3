import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { authorizeUrls } from './families/authorize-urls.ts';
import { brokenNotations } from './families/broken-notations.ts';
import { callbackUrls } from './families/callback-urls.ts';
import { curl } from './families/curl.ts';
import { customersSentences } from './families/customers-sentences.ts';
import { healthyAddresses } from './families/healthy-addresses.ts';
import { healthyNearMisses } from './families/healthy-near-misses.ts';
import { healthyTranscripts } from './families/healthy-transcripts.ts';
import { httpAndLogs } from './families/http-and-logs.ts';
import { jsonBodiesClientsAndUsers } from './families/json-bodies-clients-and-users.ts';
import { jsonBodiesGrants } from './families/json-bodies-grants.ts';
import { jsonBodiesTokens } from './families/json-bodies-tokens.ts';
import { lintRules } from './families/lint-rules.ts';
import { loginSources } from './families/login-sources.ts';
import { otherClients } from './families/other-clients.ts';
import { otherLanguages } from './families/other-languages.ts';
import { prose } from './families/prose.ts';
import { sdkJavaDotnet } from './families/sdk-java-dotnet.ts';
import { sdkJavaScript } from './families/sdk-javascript.ts';
import { sdkPythonPhpRuby } from './families/sdk-python-php-ruby.ts';
import { second1 } from './families/second-1.ts';
import { second2 } from './families/second-2.ts';
import { secretsAndPeople } from './families/secrets-and-people.ts';
import { textsAlone } from './families/texts-alone.ts';
import { third1, third1Classic } from './families/third-1.ts';
import { third2 } from './families/third-2.ts';
import { third3 } from './families/third-3.ts';
import { valuesAndHars } from './families/values-and-hars.ts';
import { widgets } from './families/widgets.ts';
import { caseSchema, type CorpusCase } from './schema.ts';
import { partOf } from './split.ts';

const publicThreads = ['public-threads-1', 'public-threads-2'].flatMap((name) =>
  z
    .array(z.unknown())
    .parse(JSON.parse(readFileSync(new URL(`families/${name}.json`, import.meta.url), 'utf8'))),
);

/** Every case as it was written, before the schema reads it. */
const written: unknown[] = [
  ...publicThreads,
  ...jsonBodiesGrants,
  ...jsonBodiesClientsAndUsers,
  ...jsonBodiesTokens,
  ...brokenNotations,
  ...textsAlone,
  ...sdkJavaScript,
  ...sdkPythonPhpRuby,
  ...sdkJavaDotnet,
  ...curl,
  ...otherClients,
  ...httpAndLogs,
  ...authorizeUrls,
  ...callbackUrls,
  ...widgets,
  ...loginSources,
  ...prose,
  ...otherLanguages,
  ...valuesAndHars,
  ...customersSentences,
  ...lintRules,
  ...secretsAndPeople,
  ...healthyAddresses,
  ...healthyNearMisses,
  ...healthyTranscripts,
  ...second1,
  ...second2,
  ...third1,
  ...third1Classic,
  ...third2,
  ...third3,
];

/** All cases. */
export const corpus: readonly CorpusCase[] = z.array(caseSchema).parse(written);

/** Those that rules may be written by. */
export const openCases = corpus.filter(({ id }) => partOf(id) === 'open');

/** The third that is run once, at the end. */
export const setAsideCases = corpus.filter(({ id }) => partOf(id) === 'set aside');
