import { describe, expect, test } from 'vitest';
import { languages } from '#components/quick-start/languages.ts';
import { challenges } from '#sandbox/certify/challenges.ts';
import { missing } from '../../scripts/quick-starts/runtimes.mjs';
import { startQuickStartSandbox } from '../quick-starts/support/sandbox.ts';
import { makeReady, type Ready } from '../quick-starts/support/setting.ts';
import { certifyProgram, verdictsOf } from './certify-program.ts';

const allPassed = Object.fromEntries(challenges.map(({ id }) => [id, 'passed']));
// JavaScript stands beside its variants.
const others = languages.filter(({ slug }) => slug !== 'node');
const here = others.filter(({ slug }) => missing(slug) === undefined);
const absent = others.filter((language) => !here.includes(language));
if (absent.length > 0) {
  console.log(`Not certified here: ${absent.map(({ label }) => label).join(', ')}`);
}

describe.concurrent('certification of the other quick starts', () => {
  test.each(here)('$label passes every challenge', async (language) => {
    const sandbox = await startQuickStartSandbox();
    const [ready] = makeReady('authorization-flow', language, [language.app]) as [Ready];
    const results = await certifyProgram(sandbox, ready, `certify-${language.slug}`);
    expect(verdictsOf(results)).toEqual(allPassed);
    await sandbox.close();
  });
});
