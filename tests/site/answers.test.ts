import { describe, expect, test } from 'vitest';
import { recordedAnswers } from '#protocol/recorded/answers.ts';
import { excused } from '#protocol/recorded/excused.ts';
import { openQuestions } from '#protocol/recorded/open-questions.ts';
import { knownParameters } from '#sandbox/checks/token/known-parameters.ts';
import { wishNames } from '#sandbox/checks/authorize/wishes.ts';
import { fidelityNumbers, fidelityRows } from '#sandbox/operations/fidelity.ts';
import { operationFacts, type OperationFacts } from '#sandbox/operations/operations.ts';
import {
  authorizeParameters,
  revokeParameters,
  tokenParameters,
} from '#sandbox/operations/parameter.ts';
import { operationPaths } from '#sandbox/operations/paths.ts';
import { readConformance } from '../../scripts/conformance-result.mjs';
import { notApplicable } from '../conformance/not-applicable.ts';
import { table } from '../conformance/table/index.ts';
import { site } from './built-site.ts';

const htmlOf = (address: string): string => site.page(address)?.html ?? '';
const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[,.:;])/g, '');
const count = (html: string, part: RegExp): number => [...html.matchAll(part)].length;

describe('/reference/sandbox-and-ringcentral/', () => {
  const html = htmlOf('/reference/sandbox-and-ringcentral/');
  const text = textOf(html);

  test('tells three numbers, and no single one', () => {
    const { answers, recorded, documents, guesses } = fidelityNumbers();
    expect(text).toContain(
      `Of the sandbox’s ${answers} answers ${recorded} have a recorded witness, ${documents} are based on documents, ${guesses} are our guess.`,
    );
    expect(text).toContain(`Of ${recordedAnswers.length} answers`);
  });

  test('has a row an answer, each with what it rests on and a day', () => {
    expect(count(html, /<span class="rests[^"]*" data-on="(?:recorded|documents|guess)"/g)).toBe(
      fidelityRows.length + 3,
    );
    expect(count(html, /<p class="checked/g)).toBe(fidelityRows.length);
  });

  test('names each excused path and each open question', () => {
    for (const { path, why } of excused) {
      expect(text).toContain(path);
      expect(text).toContain(why);
    }
    for (const { id, asks } of openQuestions) {
      expect(html).toContain(`id="${id}"`);
      expect(text).toContain(asks);
    }
  });
});

describe('/reference/endpoints/', () => {
  const html = htmlOf('/reference/endpoints/');
  const ids = Object.keys(operationPaths) as OperationFacts['id'][];

  test.each(ids)('%s: its address, its parameters, its errors', (id) => {
    const { path, parameters = [], errors } = operationFacts(id);
    expect(html).toContain(path);
    for (const { name } of parameters)
      expect(html).toMatch(new RegExp(`<code[^>]*>${name}</code>`));
    for (const { code } of errors)
      expect(html).toMatch(new RegExp(`#${code.toLowerCase()}"[^>]*>${code}</a>`));
  });

  test('tells every parameter that the sandbox reads', () => {
    const told = new Set([...tokenParameters, ...revokeParameters].map(({ name }) => name));
    expect([...knownParameters].filter((name) => !told.has(name))).toEqual([]);
    const asked = new Set(authorizeParameters.map(({ name }) => name));
    expect(wishNames.filter((name) => !asked.has(name))).toEqual([]);
  });

  test('gives each parameter a source', () => {
    for (const { name, sources } of [
      ...authorizeParameters,
      ...tokenParameters,
      ...revokeParameters,
    ]) {
      expect(sources, name).not.toEqual([]);
    }
  });
});

describe('/reference/conformance/', () => {
  const html = htmlOf('/reference/conformance/');
  const text = textOf(html);
  const kind = /class="result[^"]*"[^>]* data-kind="(\w+)"/.exec(html)?.[1];
  const rows = Object.values(table).flat();

  test('has every row, and why a rule has none', () => {
    expect(count(html, /<span class="says/g)).toBe(rows.length);
    for (const rule of Object.keys(notApplicable)) expect(text).toContain(rule);
  });

  test('claims an outcome with its day and commit, or none', () => {
    expect(kind).toMatch(/^(none|other|current)$/);
    // Beside each row, after its level and presets; a row's own words may be the same.
    const claims = /<span class="of[^"]*">[^<]*; (?:passed|failed)</.test(html);
    if (kind !== 'current') {
      expect(text).toMatch(/Not run/);
      expect(claims).toBe(false);
      return;
    }
    expect(text).toMatch(/runs over HTTP on 20\d\d-\d\d-\d\d, at commit [0-9a-f]{7,}/);
  });

  test('takes no result of other sources for its own', () => {
    const kept = readConformance(process.cwd());
    if (kept.kind !== 'current') expect(kept.kind).toMatch(/^(none|other)$/);
    else expect(kept.runs).toBe(rows.reduce((sum, { presets }) => sum + presets.length, 0));
  });
});
