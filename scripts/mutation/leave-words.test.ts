import { Instrumenter } from '@stryker-mutator/instrumenter';
import { expect, test } from 'vitest';
import { strykerPlugins } from './leave-words.mjs';

const code =
  "export const of = (kind) => (kind === 'code' ? 'One sentence.' : `Of a ${kind}.`).split('\\n').concat(`Sent ${kind > 1 ? 'twice' : 'once'} then.`, ' ');";
const quiet = Object.fromEntries(
  ['info', 'debug', 'warn', 'isDebugEnabled'].map((name) => [name, () => false]),
);

/** What StrykerJS makes of each text in a file of that name. */
async function textsIn(name: string) {
  const ignorers = strykerPlugins.map(({ value }) => value);
  const options = { ignorers, excludedMutations: [], plugins: null, noHeader: true };
  const file = { name: `${process.cwd()}/${name}`, mutate: true, content: code };
  const { mutants } = await new Instrumenter(quiet as never).instrument([file], options as never);
  return mutants
    .filter(({ mutatorName }) => mutatorName === 'StringLiteral')
    .map(({ location: { start, end }, status }) => [
      code.slice(start.column, end.column),
      status ?? 'changed',
    ]);
}

test('a sentence in a file of words is left as it is, and a code there is changed', async () => {
  expect(await textsIn('src/app-settings/instead.ts')).toEqual([
    ["'code'", 'changed'],
    ["'One sentence.'", 'Ignored'],
    ['`Of a ${kind}.`', 'Ignored'],
    // What joins and parts texts is code, and so is what a text decides.
    ["'\\n'", 'changed'],
    ["`Sent ${kind > 1 ? 'twice' : 'once'} then.`", 'changed'],
    ["'twice'", 'changed'],
    ["'once'", 'changed'],
    ["' '", 'changed'],
  ]);
});

test.each(['src/app-settings/availability.ts', 'src/flows/render/code/curl-command.ts'])(
  'in %s each text is changed',
  async (name) => {
    const texts = await textsIn(name);
    expect(texts).toHaveLength(8);
    expect(texts.filter(([, status]) => status !== 'changed')).toEqual([]);
  },
);
