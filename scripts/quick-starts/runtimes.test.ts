import { describe, expect, test } from 'vitest';
import { languages } from '#components/quick-start/languages.ts';
import {
  frameworkMissing,
  labelOf,
  mayBeMissing,
  missing,
  notRun,
  packagesOf,
  readVersion,
  slugs,
} from './runtimes.mjs';

/** A machine on which each command prints this, or is not there. */
const machine = (printed: Record<string, string>) => ({
  run: (command: string) => printed[command],
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
    ['10.0.401', 10],
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
    expect(missing('c-sharp', machine({ dotnet: '10.0.401' }))).toBeUndefined();
    expect(missing('c-sharp', machine({ dotnet: '9.0.300' }))).toBe('dotnet is too old');
    expect(missing('c-sharp', machine({}))).toContain('dotnet is missing');
  });

  test('a framework that the second program needs is named where it is missing', () => {
    expect(frameworkMissing('python', machine({ python3: '' }))).toBeUndefined();
    expect(frameworkMissing('python', machine({}))).toMatchObject({ package: 'python3-flask' });
    expect(frameworkMissing('java', machine({}))).toBeUndefined();
  });

  test('each says what Debian calls it; C# alone may be missing in CI, as Debian has no .NET', () => {
    expect(slugs.filter(mayBeMissing)).toEqual(['c-sharp']);
    for (const slug of slugs.filter((one) => one !== 'node')) {
      expect(packagesOf(slug).length > 0).toBe(!mayBeMissing(slug));
    }
    expect(notRun(['c-sharp'])).toBe('C# NOT RUN: no dotnet');
    expect(notRun([])).toBe('');
  });
});
