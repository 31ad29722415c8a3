import { describe, expect, it } from 'vitest';
import { ruleIds } from '#app-settings/rules/ids.ts';
import { isErrorCode } from '#protocol/errors/codes.ts';
import { elsewhere } from '#protocol/errors/seen/elsewhere.ts';
import { corpus, openCases, setAsideCases } from './index.ts';
import { expectedCertainties, forms, languages } from './schema.ts';

const settingsRules = new Set<string>(ruleIds);
const isKnownKind = (id: string): boolean =>
  /^LINT-[0-3](?:\d|A)\d$/.test(id) ||
  /^AS-\d{3}$/.test(id) ||
  settingsRules.has(id) ||
  isErrorCode(id) ||
  Object.hasOwn(elsewhere, id);

/** Numbers as people write them, with a plus (also as %2B) or in American groups. */
const phoneNumbers = /(?:\+|%2B)\d[\d ()./-]{7,}\d|\(\d{3}\) ?\d{3}-\d{4}|\b\d{3}-\d{3}-\d{4}\b/g;
/** 555-01xx of any area, and the area code 555 that nobody has. */
const isFictional = (number: string): boolean =>
  /^1?(?:\d{3}55501\d\d|555\d{7})$/.test(number.replace('%2B', '').replaceAll(/\D/g, ''));

function count(keys: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].map(([key, number]) => `${key} ${number}`).join(', ');
}

describe('the corpus', () => {
  it('has at least 200 cases of every form, language and certainty; its counts', () => {
    console.log(
      [
        `${corpus.length} cases: ${openCases.length} open, ${setAsideCases.length} set aside`,
        `forms: ${count(corpus.map(({ form }) => form))}`,
        `languages: ${count(corpus.map(({ language }) => language))}`,
        `certainty: ${count(corpus.map(({ expected }) => expected.certainty))}`,
        `certainty, set aside: ${count(setAsideCases.map(({ expected }) => expected.certainty))}`,
        `with a secret: ${corpus.filter(({ expected }) => expected.hasSecret).length}, with a number of a person: ${corpus.filter(({ people }) => people.length > 0).length}, with settings: ${corpus.filter(({ settings }) => settings).length}`,
      ].join('\n'),
    );
    expect(corpus.length).toBeGreaterThanOrEqual(200);
    expect(new Set(corpus.map(({ form }) => form))).toEqual(new Set(forms));
    expect(new Set(corpus.map(({ language }) => language))).toEqual(new Set(languages));
    expect(new Set(corpus.map(({ expected }) => expected.certainty))).toEqual(
      new Set(expectedCertainties),
    );
    const healthy = corpus.filter(({ expected }) => expected.certainty === 'nothing');
    expect(healthy.length).toBeGreaterThanOrEqual(25);
    expect(corpus.filter(({ language }) => language !== 'en').length).toBeGreaterThanOrEqual(12);
  });

  it('names each case once', () => {
    const ids = corpus.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('pastes nothing twice', () => {
    const pastes = corpus.map(({ paste }) => paste);
    expect(pastes.filter((paste, index) => pastes.indexOf(paste) !== index)).toEqual([]);
  });

  it('sets about a third aside, some of each certainty', () => {
    const share = setAsideCases.length / corpus.length;
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.42);
    expect(new Set(setAsideCases.map(({ expected }) => expected.certainty))).toEqual(
      new Set(expectedCertainties),
    );
  });

  it('expects only rules and codes that there are', () => {
    const unknown = corpus.flatMap(({ id, expected }) =>
      expected.ids.filter((each) => !isKnownKind(each)).map((each) => `${id}: ${each}`),
    );
    expect(unknown).toEqual([]);
  });

  it('holds no phone number but those kept for fiction', () => {
    const real = corpus.flatMap(({ id, paste }) =>
      (paste.match(phoneNumbers) ?? [])
        .filter((number) => !isFictional(number))
        .map((number) => `${id}: ${number}`),
    );
    expect(real).toEqual([]);
  });

  it('holds no e-mail address but of example domains', () => {
    const real = corpus.flatMap(({ id, paste }) =>
      (paste.match(/[\w.+-]+@[\w-]+\.[\w.-]+/g) ?? [])
        .filter((address) => !/@(?:[\w-]+\.)*example\.(?:com|net|org)$/.test(address))
        .map((address) => `${id}: ${address}`),
    );
    expect(real).toEqual([]);
  });

  it('holds no path of the machine that it was written on', () => {
    const paths = corpus.filter((each) => new RegExp(`/${'work'}\\b`).test(JSON.stringify(each)));
    expect(paths.map(({ id }) => id)).toEqual([]);
  });
});
