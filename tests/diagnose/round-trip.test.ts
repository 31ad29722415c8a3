import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certaintyOf, type Finding } from '#diagnosis/finding.ts';
import { diagnosePaste } from '#diagnosis/paste/diagnose-paste.ts';
import { type Host, nodeHost } from '../findings/transports.ts';
import { causeOfMistake } from '../oracle/findings.ts';
import {
  codeAlone,
  earlierRefusal,
  notRefused,
  sameCause,
  type Way,
  ways,
} from '../oracle/pastes.ts';
import { type Broken, everyMistake } from './broken-on-purpose.ts';
import type { Captured } from './captured.ts';
import { answerAlone, curlText, httpText } from './pasted-as.ts';

/** What came of one paste: the cause that was put in, its code alone, nothing where nothing is wrong, or something else. */
type Grade = 'cause' | 'code' | 'quiet' | 'other';

interface Told {
  grade: Grade;
  first: Finding | undefined;
}

const writers: Record<Way, (captured: Captured[]) => string> = {
  answer: (captured) => captured.slice(-1).map(answerAlone).join(),
  exchange: (captured) => httpText(captured.slice(-1)),
  transcript: httpText,
  terminal: curlText,
};

function gradeOf({ mistake, captured }: Broken, first: Finding | undefined): Grade {
  const isWrong = first?.kind === 'wrong' || first?.code !== undefined;
  const said = first && certaintyOf(first);
  const isQuiet = !isWrong || said === 'cannot tell';
  if (notRefused[mistake.id]) {
    return isQuiet || notRefused[mistake.id]?.includes(first?.id ?? '') ? 'quiet' : 'other';
  }
  if (!first) return 'quiet';
  const injected = causeOfMistake[mistake.id] ?? '';
  if ([injected, ...(sameCause[injected] ?? [])].includes(first.id)) return 'cause';
  const code = captured.at(-1)?.code;
  if (code !== undefined && [first.id, first.code].includes(code)) return 'code';
  return earlierRefusal[mistake.id] === first.id ? 'code' : 'other';
}

describe('what each mistake leaves on the wire, pasted', () => {
  let host: Host;
  const all: { broken: Broken; told: Record<Way, Told> }[] = [];
  beforeAll(async () => {
    host = await nodeHost();
    for await (const broken of everyMistake(host)) {
      const told = {} as Record<Way, Told>;
      for (const way of ways) {
        const paste = writers[way](broken.captured);
        const [first] = (await diagnosePaste(paste, { now: broken.now })).findings;
        told[way] = { grade: gradeOf(broken, first), first };
      }
      all.push({ broken, told });
    }
  });
  afterAll(async () => {
    const rows = new Map<string, number>();
    for (const { broken, told } of all) {
      const cell = ({ grade, first }: Told): string =>
        `${grade} ${first ? `${first.id} ${certaintyOf(first)}` : ''}`.padEnd(34);
      const { id } = broken.mistake;
      const row = `${id.padEnd(24)} ${(causeOfMistake[id] ?? '').padEnd(18)} ${ways.map((way) => cell(told[way])).join(' ')}`;
      rows.set(row, (rows.get(row) ?? 0) + 1);
    }
    const counts = ways.map((way) => {
      const grades = all.map(({ told }) => told[way].grade);
      const of = (grade: Grade): number => grades.filter((one) => one === grade).length;
      return `${way}: ${grades.length} pastes, cause ${of('cause')}, code ${of('code')}, quiet ${of('quiet')}, other ${of('other')}`;
    });
    console.log(
      [
        `${'mistake'.padEnd(24)} ${'put in'.padEnd(18)} ${ways.map((way) => way.padEnd(34)).join(' ')} flows`,
        ...[...rows].map(([row, count]) => `${row} ${count}`).sort(),
        ...counts,
      ].join('\n'),
    );
    await host.close();
  });

  const failures = (wanted: (one: (typeof all)[number], way: Way) => boolean): string[] =>
    ways.flatMap((way) =>
      all
        .filter((one) => !wanted(one, way))
        .map(({ broken: { flow, app, mistake }, told }) => {
          const { first } = told[way];
          const said = first ? `${certaintyOf(first)} ${first.id} ${first.title}` : 'nothing';
          return `${flow.id} ${app.clientId} ${mistake.id}, ${way}: ${said}`;
        }),
    );

  it('is told by its code wherever one stands in it, and by nothing where nothing is refused', () => {
    expect(failures(({ told }, way) => told[way].grade !== 'other')).toEqual([]);
    expect(
      failures(
        ({ broken, told }, way) =>
          told[way].grade !== 'quiet' || notRefused[broken.mistake.id] !== undefined,
      ),
    ).toEqual([]);
  });

  it('is told by its cause as far as the paste proves it', () => {
    expect(
      failures(({ broken: { mistake }, told }, way) => {
        const { grade } = told[way];
        if (way === 'answer' || grade === 'quiet' || grade === 'cause') return true;
        return codeAlone[way].includes(mistake.id) || earlierRefusal[mistake.id] !== undefined;
      }),
    ).toEqual([]);
  });

  it('and no other cause is told certain', () => {
    expect(
      failures(({ told }, way) => {
        const { grade, first } = told[way];
        return grade !== 'other' || !first || certaintyOf(first) !== 'certain';
      }),
    ).toEqual([]);
  });

  it('asks for what is missing wherever it cannot tell', () => {
    expect(
      failures(({ told }, way) => {
        const { first } = told[way];
        return !first || certaintyOf(first) !== 'cannot tell' || (first.lacks ?? '') !== '';
      }),
    ).toEqual([]);
  });

  it('with the app’s settings beside it, an address that is not the registered one is certain', async () => {
    const ofAddress = all.filter(({ broken }) => broken.mistake.id === 'authorize-slash');
    for (const { broken } of ofAddress) {
      const paste = writers.terminal(broken.captured);
      const { findings } = await diagnosePaste(paste, { now: broken.now, settings: broken.app });
      const [first] = findings;
      expect([first?.id, first && certaintyOf(first)]).toEqual(['LINT-019', 'certain']);
    }
    expect(ofAddress.length).toBeGreaterThan(3);
  });
});
