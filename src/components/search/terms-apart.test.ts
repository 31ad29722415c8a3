import { expect, it } from 'vitest';
import { setTermsApart } from './terms-apart.ts';

it('puts one space between a term and its description, and changes nothing else', () => {
  const list =
    '<dl><dt>You see</dt><dd class="a"><code>OAU-345</code></dd><dt>Why</dt> <dd>x</dd></dl>';
  expect(setTermsApart(list)).toBe(
    '<dl><dt>You see</dt> <dd class="a"><code>OAU-345</code></dd> <dt>Why</dt> <dd>x</dd></dl>',
  );
  const other = '<div></div><div></div><ddx></ddx>';
  expect(setTermsApart(other)).toBe(other);
});
