import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isErrorCode } from '#protocol/errors/codes.ts';
import { recordedAnswers } from '#protocol/recorded/answers.ts';
import { notProvoked } from '#protocol/recorded/excused.ts';
import { described, missingMembers, notSent } from '#sandbox/operations/described.ts';
import { fidelityNumbers, fidelityRows } from '#sandbox/operations/fidelity.ts';
import { outcomes } from '#sandbox/operations/outcomes.ts';
import { answerTo, runRow } from '../conformance/run.ts';
import { table } from '../conformance/table/index.ts';
import { startSandbox, type RunningSandbox } from '../sandbox-under-test.ts';
import { also } from './provoked/also.ts';
import { provoked } from './provoked/index.ts';
import { type SeenAnswer, watched } from './seen-answers.ts';

const keyOf = ({ operation, outcome }: Pick<SeenAnswer, 'operation' | 'outcome'>) =>
  `${operation} ${outcome}`;
const seen = new Map<string, SeenAnswer>();
const missing = new Set<string>();
let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
  const watchedSandbox = watched(sandbox, (answer) => {
    seen.set(keyOf(answer), answer);
    for (const path of missingMembers(answer.described, answer.status, answer.json ?? {})) {
      if (answer.json !== undefined) missing.add(`${answer.described} ${answer.status} ${path}`);
    }
  });
  for (const row of Object.values(table).flat()) {
    // A row that asks for the RFC's envelope asks for no answer of RingCentral's.
    if (row.presets.includes('ringcentral') && row.fields?.['errorShape'] !== 'rfc') {
      await runRow(row, watchedSandbox, { preset: 'ringcentral' });
    }
  }
  for (const one of [...Object.values(provoked), ...also]) {
    await answerTo(one, watchedSandbox, { preset: 'ringcentral' });
  }
}, 300_000);
afterAll(() => sandbox.close());

describe('the rows of sandbox and RingCentral', () => {
  it('name every answer that the conformance table and the recorded answers show', () => {
    const rows = new Set(
      fidelityRows.map(({ operation, outcome }) => keyOf({ operation, outcome: outcome.of })),
    );
    expect([...seen.keys()].filter((key) => !rows.has(key)).toSorted()).toEqual([]);
  });

  it('and no other', () => {
    const rows = fidelityRows.map(({ operation, outcome }) =>
      keyOf({ operation, outcome: outcome.of }),
    );
    expect(rows.filter((key) => !seen.has(key)).toSorted()).toEqual([]);
    expect(new Set(rows).size).toBe(rows.length);
  });

  it('say what each answer is, in words or by its code', () => {
    for (const { outcome } of fidelityRows) {
      expect(isErrorCode(outcome.of) || outcome.says !== undefined, outcome.of).toBe(true);
    }
  });

  it('hold every recorded answer that is provoked, but for the credential, which is no answer', () => {
    const held = new Set(fidelityRows.flatMap(({ compared }) => compared));
    const open = recordedAnswers.map(({ id }) => id).filter((id) => !held.has(id));
    expect(open.toSorted()).toEqual([...Object.keys(notProvoked), 'jwt-credential'].toSorted());
  });

  it('add up: what is recorded, what rests on documents, what is a guess', () => {
    const { answers, recorded, documents, guesses } = fidelityNumbers();
    expect(recorded + documents + guesses).toBe(answers);
    expect(answers).toBe(Object.values(outcomes).flat().length);
  });
});

describe('the members that RingCentral’s API description requires', () => {
  it('are there, but for those that are told', () => {
    const told = notSent.flatMap(({ operation, members }) =>
      members.map((member) => `${operation} 200 ${member}`),
    );
    expect([...missing].toSorted()).toEqual(told.toSorted());
  });

  it('are looked for in an answer of each operation that it describes', () => {
    const looked = new Set([...seen.values()].map((answer) => answer.described));
    expect(Object.keys(described).filter((id) => !looked.has(id as never))).toEqual([]);
  });
});
