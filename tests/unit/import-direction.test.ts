import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint();

/** The rules that a line breaks when it stands in a file of that name. */
async function broken(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

// ESLint reads the whole configuration before its first answer.
describe('imports go one way', { timeout: 60_000 }, () => {
  it.each([
    ['src/icons/planted.ts', '#protocol/actors.ts', 'actors'],
    ['src/protocol/planted.ts', '#app-settings/app.ts', 'flowIds'],
    ['src/app-settings/planted.ts', '#sandbox/policy.ts', 'presets'],
    ['src/flows/planted.ts', '../sandbox/policy.ts', 'presets'],
    ['src/diagnosis/planted.ts', '#sandbox/policy.ts', 'presets'],
  ])('%s may not import %s', async (file, from, name) => {
    const code = `import { ${name} } from '${from}';\nexport const planted = ${name};\n`;
    expect(await broken(file, code)).toEqual(['import-x/no-restricted-paths']);
  });

  it.each([
    ['src/islands/checker/planted.ts', '#islands/console/model/place.ts', 'home'],
    ['src/islands/playground/planted.ts', '../quick-start/model/program.ts', 'usualPort'],
    ['src/islands/parts/planted.ts', '#islands/chooser/model.ts', 'createChooser'],
    ['src/islands/host/planted.ts', '../clock-banner/page.ts', 'startBannerOfPage'],
  ])('an island is nobody else’s: %s may not import %s', async (file, from, name) => {
    const code = `import { ${name} } from '${from}';\nexport const planted = ${name};\n`;
    expect(await broken(file, code)).toEqual(['import-x/no-restricted-paths']);
  });

  it('what islands share is for all of them', async () => {
    const code = `import { anyName } from '#islands/app-form/draft.ts';\nexport const planted = anyName;\n`;
    expect(await broken('src/islands/console/planted.ts', code)).toEqual([]);
    expect(await broken('src/islands/try-it/planted.ts', code)).toEqual([]);
  });

  it('the other way is fine', async () => {
    const code = `import { presets } from '#sandbox/policy.ts';\nexport const planted = presets;\n`;
    expect(await broken('src/islands/planted.ts', code)).toEqual([]);
  });

  it.each([
    ['a Node module', `import { join } from 'node:path';\nexport const planted = join;\n`],
    ['process', 'export const planted = process.argv;\n'],
    ['window', 'export const planted = window.name;\n'],
    ['Buffer', 'export const planted = Buffer.from("");\n'],
    ['preact', `import { h } from 'preact';\nexport const planted = h;\n`],
  ])('the sandbox may not use %s, except in its hosts', async (_, code) => {
    expect(await broken('src/sandbox/planted.ts', code)).toHaveLength(1);
    if (!code.includes('preact')) {
      expect(await broken('src/sandbox/hosts/planted.ts', code)).toEqual([]);
    }
  });
});
