import { describe, expect, test } from 'vitest';
import { languages } from '#components/quick-start/languages.ts';
import { labelOf, missing, packagesOf, readVersion, slugs } from './runtimes.mjs';

/** A machine on which each command prints this, or is not there. */
const machine = (printed: Record<string, string>, compiles = true) => ({
  run: (command: string) => printed[command],
  compiles: () => compiles,
});

describe('runtimes of the quick starts', () => {
  test('are those of the languages, by the same names', () => {
    expect(slugs).toEqual(languages.map(({ slug }) => slug));
    for (const { slug, label } of languages) expect(labelOf(slug)).toBe(label);
  });

  test.each([
    ['v20.20.2', 20.2],
    ['Python 3.9.18', 3.09],
    ['javac 17', 17],
    ['Mono JIT compiler version 6.8.0.105', 6.08],
    ['no curl', undefined],
    ['', undefined],
  ])('%s is read as %s', (text, version) => {
    expect(readVersion(text)).toBe(version);
  });

  test('a command that is missing, too old, or lacks a part is named', () => {
    expect(missing('python', machine({ python3: 'Python 3.9.0' }))).toBeUndefined();
    expect(missing('python', machine({ python3: 'Python 3.8.10' }))).toBe('python3 is too old');
    expect(missing('python', machine({}))).toContain('python3 is missing');
    expect(missing('php', machine({ php: 'no curl' }))).toContain('php is missing');
    expect(missing('java', machine({ java: 'openjdk 17.0.15' }))).toContain('javac is missing');
    const mono = { mono: 'Mono JIT compiler version 6.8.0', mcs: 'Mono C# compiler version 6.8.0' };
    expect(missing('c-sharp', machine(mono))).toBeUndefined();
    expect(missing('c-sharp', machine(mono, false))).toContain('libraries');
  });

  test('each says what Debian calls it', () => {
    for (const slug of slugs.filter((one) => one !== 'node')) {
      expect(packagesOf(slug).length).toBeGreaterThan(0);
    }
  });
});
