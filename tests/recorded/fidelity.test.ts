import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AnswerRow, differences } from '#diagnosis/compare/answers.ts';
import { recordedAnswer, recordedAnswers } from '#protocol/recorded/answers.ts';
import { excused, notProvoked, replacedBy } from '#protocol/recorded/excused.ts';
import { readJwtPart } from '#protocol/jwt-part.ts';
import { answerTo } from '../conformance/run.ts';
import { startSandbox, type RunningSandbox } from '../sandbox-under-test.ts';
import { compareWithRecorded } from './compare.ts';
import { fidelityTable, texts, within } from './fidelity-table.ts';
import { provoked } from './provoked/index.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox.close();
  if (process.env['FIDELITY'] === 'table') console.log(fidelityTable(rows));
});

/** A credential is compared as the two objects that it is made of. */
function opened(text: string): string {
  const [header = '', claims = ''] = (JSON.parse(text) as { jwt: string }).jwt.split('.');
  return JSON.stringify({ header: readJwtPart(header), claims: readJwtPart(claims) });
}

async function rowsOf(id: string): Promise<AnswerRow[]> {
  const one = provoked[id];
  if (!one) throw new Error(`Nothing provokes ${id}`);
  const { answer } = await answerTo(one, sandbox, { preset: 'ringcentral' });
  const body = id === 'jwt-credential' ? opened(answer.text) : answer.text;
  return compareWithRecorded(
    recordedAnswer(id),
    { status: answer.status, headers: [...answer.headers], body },
    one,
  );
}

const shown = ({ path, verdict, here, there }: AnswerRow): string =>
  `${path}: ${verdict}, sandbox ${here?.value ?? here?.type ?? 'nothing'}, recorded ${there?.value ?? there?.type ?? 'nothing'}`;

const rows = new Map<string, readonly AnswerRow[]>();

describe('each recorded answer, and the sandbox’s to the same request', () => {
  it.each(Object.keys(provoked))('%s', async (id) => {
    const found = await rowsOf(id);
    rows.set(id, found);
    const open = excused.filter((one) => one.id === id).map(({ path }) => path);
    const replaced = replacedBy[id] === undefined ? [] : texts;
    const left = differences(found).filter(
      ({ path }) => !replaced.includes(path) && !open.some((excuse) => within(path, excuse)),
    );
    expect(left.map(shown)).toEqual([]);
  });

  it('excuses nothing that agrees, each with a reason and a day', () => {
    for (const { id, path, why, since } of excused) {
      const left = differences(rows.get(id) ?? []).map((row) => row.path);
      expect(
        left.some((each) => within(each, path)),
        `${id} ${path}`,
      ).toBe(true);
      expect(why).toMatch(/\.$/);
      expect(since).toMatch(/^2026-\d\d-\d\d$/);
    }
    expect(excused.length).toBeLessThanOrEqual(8);
    expect(rows.size).toBeGreaterThanOrEqual(40);
  });

  it('lets a newer form replace an older one only where both are of one code', () => {
    for (const [older, newer] of Object.entries(replacedBy)) {
      const [was, is] = [older, newer].map((id) => {
        const { body } = recordedAnswer(id).answer;
        return typeof body === 'object'
          ? (body?.errors?.[0]?.errorCode ?? body?.['errorCode'])
          : '';
      });
      expect([is, 'TokenInvalid'], older).toContain(was);
      expect(recordedAnswer(newer).source.date > recordedAnswer(older).source.date).toBe(true);
    }
  });

  it('is provoked, or told why not', () => {
    const known = [...Object.keys(provoked), ...Object.keys(notProvoked)].toSorted();
    expect(known).toEqual(recordedAnswers.map(({ id }) => id).toSorted());
  });
});
