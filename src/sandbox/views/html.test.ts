import { expect, it } from 'vitest';
import { html, whole } from './html.ts';

it.each([
  ['This sign-in was begun', 'This <span class="word">sign-in</span> was begun'],
  ['[::1] and a-1 are texts, <b>', '[::1] and a-1 are texts, &lt;b&gt;'],
])('keeps the words of %j with a hyphen whole', (title, markup) => {
  expect(String(html`${whole(title)}`)).toBe(markup);
});

it('leaves out how a template is indented, and keeps the white space of values', () => {
  const value = 'a\n    b';
  expect(
    String(
      html`<p>
        <span>${value}</span>
      </p>`,
    ),
  ).toBe('<p>\n<span>a\n    b</span>\n</p>');
});
