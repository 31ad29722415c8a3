import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { languages } from '#components/quick-start/languages.ts';
import { testLanguage } from './support/language.ts';
import { start } from './support/process.ts';
import { makeReady } from './support/setting.ts';

testLanguage('ruby');

test('Ruby without webrick, which it no longer brings: named', async () => {
  const ruby = languages.find(({ slug }) => slug === 'ruby');
  if (!ruby) throw new Error('There is no quick start in Ruby');
  const [ready] = makeReady('authorization-flow', ruby, [ruby.app]);
  const without = fileURLToPath(new URL('old/ruby/no-webrick.rb', import.meta.url));
  const running = start(ready?.command ?? '', ready?.folder ?? '', { RUBYOPT: `-r${without}` });
  expect([await running.ended, running.output()]).toEqual([
    1,
    'This program needs webrick. Install it: gem install webrick (Debian: apt-get install ruby-webrick).\n',
  ]);
});
