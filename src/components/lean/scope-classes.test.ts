import { expect, test } from 'vitest';
import { dropIdleScopes, readScopes } from './scope-classes.ts';

const a = 'astro-aaaaaaaa';
const b = 'astro-bbbbbbbb';
const drop = (html: string, css: string) => dropIdleScopes(html, readScopes([css]));

test('a scope stays where a rule means the element, by tag, by class or by either', () => {
  const css = `dt:where(.${a}),.need:hover:where(.${a})::before{x:y}p.big:where(.${a}){x:y}`;
  expect(
    drop(
      `<dl class="${a}"><dt class="${a}">1</dt><dd class="need ${a}">2</dd><p class="${a}">3</p><p class="${a} big">4</p></dl>`,
      css,
    ),
  ).toBe(
    `<dl><dt class="${a}">1</dt><dd class="need ${a}">2</dd><p>3</p><p class="${a} big">4</p></dl>`,
  );
});

test.each([
  `:where(.${a}){}`,
  `.x :where(.${a}){}`,
  `:is(h1,h2):where(.${a}){}`,
  `:not(.x):where(.${a}){}`,
  `.print\\:hidden:where(.${a}){}`,
  `[data-a="p .b"]:where(.${a}){}`,
  `li:nth-child(2):where(.${a}){}`,
  `.${a}{}`,
  `&:where(.${a}){}`,
])('what could mean anything keeps it: %s', (css) => {
  const html = `<p data-a="p .b" class="${a}">1</p>`;
  expect(drop(html, css)).toBe(html);
});

test('two scopes of one element are judged apart', () => {
  expect(drop(`<svg class="icon ${a} ${b}"/>`, `svg:where(.${a}){}.tile:where(.${b}){}`)).toBe(
    `<svg class="icon ${a}"/>`,
  );
  expect(drop(`<a class="${a} ${b}">`, `a:where(.${a}):where(.${b}){}`)).toBe(
    `<a class="${a} ${b}">`,
  );
});

test('nothing else of a page changes', () => {
  const html = `<!doctype html><a title="a > b" href='x' class="c">class="${a}" 1 < 2</a><br/><!-- <p class="x"> -->`;
  expect(drop(html, `p:where(.${a}){}`)).toBe(html);
});
