import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drawnFiles } from './drawn-files.mjs';
import { rowOf, withRow } from './page.mjs';
import { countsOf, survivorsOf } from './result.mjs';
import { roomNamed, rooms } from './rooms.mjs';
import { withoutUnreached } from './state.mjs';

const place = { start: { line: 3, column: 7 }, end: { line: 3, column: 9 } };
const mutant = (status: string, line = 3) => ({
  status,
  fileName: 'src/a.ts',
  mutatorName: 'EqualityOperator',
  replacement: 'a >=\n  b',
  location: { ...place, start: { line, column: 7 } },
});

describe('npm run test:mutation', () => {
  test('knows each room by its place, and by the last part of it', () => {
    expect(roomNamed('src/sandbox/checks/')).toBe('sandbox/checks');
    expect(roomNamed('checks')).toBe('sandbox/checks');
    expect(roomNamed('app-settings')).toBe('app-settings');
    expect(roomNamed('nowhere')).toBeUndefined();
  });

  test('has code and tests in each room', () => {
    for (const [room, { tests, files = `src/${room}/**/*.ts` }] of Object.entries(rooms)) {
      expect(globSync(files).length, room).toBeGreaterThan(5);
      for (const pattern of tests) expect(globSync(pattern), pattern).not.toEqual([]);
    }
  });

  test('refuses an unknown room, and names those that are', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/mutation.mjs', 'nowhere'], {
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toContain('"nowhere" is no room.');
    for (const room of Object.keys(rooms)) expect(stderr).toContain(room);
  });

  test('draws the same files for the same seed, about their share of the lines', () => {
    const all = globSync('src/protocol/**/*.ts').filter((file) => !file.endsWith('.test.ts'));
    const drawn = drawnFiles(all, 0.1, '16');
    expect(drawnFiles([...all].reverse(), 0.1, '16')).toEqual(drawn);
    expect(drawnFiles(all, 0.1, '17')).not.toEqual(drawn);
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.length).toBeLessThan(all.length / 2);
  });

  test('counts what no test reaches as a survivor, and leaves out what was left out', () => {
    const results = ['Killed', 'Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored'].map(
      (status) => mutant(status),
    );
    expect(countsOf(results)).toEqual({
      killed: 2,
      timedOut: 1,
      survived: 1,
      notReached: 1,
      left: 1,
      mutants: 5,
      score: 60,
    });
    expect(
      survivorsOf([mutant('Survived', 12), mutant('Killed'), mutant('NoCoverage', 3)]),
    ).toEqual([
      'src/a.ts:3:7 EqualityOperator -> a >= b (no test comes here)',
      'src/a.ts:12:7 EqualityOperator -> a >= b',
    ]);
  });

  test('asks again what no test reached: a new test may only load it', () => {
    const mutants = [mutant('Killed'), mutant('NoCoverage'), mutant('Survived')];
    const state = { schemaVersion: '2.0', files: { 'src/a.ts': { source: 'a', mutants } } };
    expect(withoutUnreached(state)).toEqual({
      schemaVersion: '2.0',
      files: { 'src/a.ts': { source: 'a', mutants: [mutant('Killed'), mutant('Survived')] } },
    });
  });

  test('puts a room’s row in the place of its last one, or below the others', () => {
    const counts = countsOf([mutant('Killed')]);
    const row = (room: string, day: string) =>
      rowOf({ room, part: 'whole', day, commit: 'abc', counts });
    const page = 'Words\n\n| Room | Part |\n| --- | --- |\n\nMore';
    const once = withRow(page, 'flows', row('flows', '2026-11-30'));
    expect(once.split('\n')[4]).toBe(
      '| `flows` | whole | 1 | 1 | 0 | 0 | 0 | 100.0 % | 2026-11-30 | abc |',
    );
    const both = withRow(once, 'protocol', row('protocol', '2026-11-30'));
    const again = withRow(both, 'flows', row('flows', '2026-12-01'));
    expect(again.split('\n').slice(4, 7)).toEqual([
      row('flows', '2026-12-01'),
      row('protocol', '2026-11-30'),
      '',
    ]);
    expect(() => withRow('no table', 'flows', '')).toThrow('docs/mutation.md has no table');
  });
});
