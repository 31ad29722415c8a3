import { expect, it } from 'vitest';
import { html, whole } from './html.ts';

it.each([
  ['This sign-in was begun', 'This <span class="word">sign-in</span> was begun'],
  ['[::1] and a-1 are texts, <b>', '[::1] and a-1 are texts, &lt;b&gt;'],
])('keeps the words of %j with a hyphen whole', (title, markup) => {
  expect(String(html`${whole(title)}`)).toBe(markup);
});
