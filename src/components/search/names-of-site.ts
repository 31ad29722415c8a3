import { besideRules } from '#app-settings/rules/beside.ts';
import { rules } from '#app-settings/rules/index.ts';
import { ruleBriefs } from '#app-settings/rules/briefs.ts';
import { scopes } from '#app-settings/scopes.ts';
import {
  authorizeParameters,
  revokeParameters,
  tokenParameters,
} from '#sandbox/operations/parameter.ts';
import { policyWords } from '#sandbox/policy-words.ts';
import { terms } from '../glossary/terms.ts';
import { type Named, plainName } from './named.ts';

const parametersOf = (endpoint: string, parameters: typeof authorizeParameters): Named[] =>
  parameters.map(({ name, says }) => [
    name,
    'Endpoints',
    `/reference/endpoints/#${endpoint}`,
    says.replaceAll('`', ''),
  ]);

const all: readonly Named[] = [
  ...parametersOf('authorize', authorizeParameters),
  ...parametersOf('token', tokenParameters),
  ...parametersOf('revoke', revokeParameters),
  ...terms.flatMap(({ name, id, text }) =>
    name
      .split(', ')
      .map((word): Named => [
        word,
        'Glossary',
        `/reference/glossary/#${id}`,
        text.replaceAll('`', ''),
      ]),
  ),
  ...Object.entries(policyWords).map(([field, { means }]): Named => [
    field,
    'Control API',
    `/reference/control-api/#policy-${field.toLowerCase()}`,
    means,
  ]),
  ...scopes.map(({ name, meaning }): Named => [
    name,
    'Scopes',
    `/reference/scopes/#${name.toLowerCase()}`,
    meaning,
  ]),
  ...rules.map(({ id }): Named => [
    id,
    'App settings',
    `/reference/app-settings/#${id.toLowerCase()}`,
    ruleBriefs[id],
  ]),
  ...besideRules.map(({ id, words }): Named => [
    id,
    'App settings',
    `/reference/app-settings/#${id.toLowerCase()}`,
    words,
  ]),
];

/** Everything on the site that has a name and an entry of its own; a name stands once for each page. */
export function namesOfSite(): Named[] {
  const seen = new Set<string>();
  return all.filter(([name, , url]) => {
    const key = `${plainName(name)} ${url.split('#')[0] ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
