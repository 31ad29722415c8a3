import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '#components/quick-start/languages.ts';
import { challenges } from '#sandbox/certify/challenges.ts';
import { fixCode, textsOf } from '#sandbox/certify/fixes.ts';
import { reportOf } from '#sandbox/certify/report.ts';

const folder = new URL('../../content/quick-start/authorization-flow/', import.meta.url);
const lessonOf = (slug: string, file: string) =>
  readFileSync(new URL(`${slug}/${file}`, folder), 'utf8');

describe.each(languages)('the fixes in $label', ({ slug, beside }) => {
  const lesson = lessonOf(slug, beside.lesson);

  it('begin at texts that stand once in the program that passes', () => {
    for (const text of textsOf(slug)) expect(lesson.split(text), text).toHaveLength(2);
  });

  it('are a few lines for every challenge, at the margin, as they stand', () => {
    for (const challenge of challenges) {
      const code = fixCode(challenge, slug, lesson);
      const lines = (code ?? '').split('\n');
      expect(code, challenge.id).toBeDefined();
      expect(lines.length, `${challenge.id}\n${code}`).toBeLessThanOrEqual(24);
      expect(lines.some((line) => /^\S/.test(line))).toBe(true);
      for (const line of lines) expect(lesson).toContain(line.trim());
    }
  });

  it('stand in the report of a program in that language', () => {
    const [challenge] = challenges;
    if (!challenge) throw new Error('There are no challenges');
    const told = [{ challenge, verdict: 'failed' as const, received: 'This.' }];
    const program = { language: slug, lesson };
    const text = reportOf(told, { clientId: 'mine', origin: 'http://localhost:4321', program });
    expect(text).toContain(`\n${fixCode(challenge, slug, lesson)}\n\`\`\`\n`);
  });
});

it('a lesson without such lines has no code, and the report leads to the quick start', () => {
  const [challenge] = challenges;
  if (!challenge) throw new Error('There are no challenges');
  expect(fixCode(challenge, 'ruby', 'puts 1')).toBeUndefined();
  const told = [{ challenge, verdict: 'failed' as const, received: 'This.' }];
  const program = { language: 'ruby', lesson: 'puts 1' } as const;
  const text = reportOf(told, { clientId: 'mine', origin: 'http://localhost:4321', program });
  expect(text).not.toContain('```');
  expect(text).toContain('(http://localhost:4321/quick-start/authorization-flow/ruby/)');
});
