import { describe, expect, test } from 'vitest';
import { createStages } from './build-stages.mjs';

/** What `astro build` prints, with its times and a framed warning, coloured as it is. */
const build = [
  '20:40:03 [content] Syncing content',
  '20:40:04 [build] Building static entrypoints...',
  '20:40:18 [WARN] [vite] \u001b[33m[MODULE_LEVEL_DIRECTIVE] \u001b[0mThe semantics of the module',
  '\u001b[38;5;246m2 │\u001b[0m "use astro:head-inject"',
  '   ╰───────────── module level directive may not be preserved',
  '20:40:18 [vite] ✓ built in 13.89s',
  ' generating static routes ',
  '20:40:26 [WARN] [content] The collection "i18n" does not exist or is empty.',
  '20:40:38 ✓ Completed in 12.28s.',
  '20:40:38 [starlight:pagefind] Building search index with Pagefind...',
  '20:40:39 [starlight:pagefind] Finished building search index in 565ms.',
  '20:40:45 [build] Complete!',
];

function told(lines: readonly string[]) {
  let text = '';
  let now = 0;
  const stages = createStages(
    (part: string) => (text += part),
    () => (now += 500),
  );
  stages.start();
  lines.forEach(stages.line);
  return { stages, text: () => text };
}

describe('the build, as it is told', () => {
  test('one line a stage, each with its time, and no warning', () => {
    const { stages, text } = told(build);
    stages.end();
    const lines = text().split('\n');
    expect(lines.pop()).toBe('');
    expect(lines).toHaveLength(5);
    for (const line of lines) expect(line).toMatch(/^ {2}[A-Z][^[\]]* \.\.\. \d+\.\d s$/);
  });

  test('a stage that fails says so, and then what it printed, its warnings left out', () => {
    const { stages, text } = told([...build.slice(0, 6), 'x.mdx: Expected a closing tag']);
    expect(stages.failed()).toBe(
      [
        '20:40:04 [build] Building static entrypoints...',
        '20:40:18 [vite] ✓ built in 13.89s',
        'x.mdx: Expected a closing tag',
      ].join('\n'),
    );
    expect(text()).toMatch(/Bundling what runs in the browser \.\.\. failed\n$/);
  });

  test('an error that is printed after a framed warning is not taken for a part of it', () => {
    const { stages } = told([...build.slice(0, 4), '[ERROR] [vite] x Build failed in 2.1s']);
    expect(stages.failed()).toContain('Build failed');
  });
});
