import { expect, test } from 'vitest';
import { setPropsApart } from './props-apart.ts';
import { setStylesApart } from './styles-apart.ts';

const kept = (apart: typeof setPropsApart, html: string) => {
  const files = new Map<string, string>();
  return { html: apart(html, (path, text) => files.set(path, text)), files };
};

test('the props of an island of client:apart stand in a file, as the attribute had them', () => {
  const { html, files } = kept(
    setPropsApart,
    '<astro-island uid="a" props="{&quot;a&quot;:[0,&quot;1 &amp;quot; &lt;b&gt; it&#39;s&quot;]}" ssr client="apart" opts="{}"><p>',
  );
  const [path = '', text] = [...files][0] ?? [];
  expect(path).toMatch(/^\/_astro\/props\.[\w-]{8}\.json$/);
  expect(text).toBe('{"a":[0,"1 &quot; <b> it\'s"]}');
  expect(html).toBe(
    `<astro-island uid="a" props="{}" props-from="${path}" ssr client="apart" opts="{}"><p>`,
  );
});

test('other islands keep theirs', () => {
  const island = '<astro-island props="{&quot;a&quot;:[0,1]}" ssr client="load" opts="{}">';
  expect(kept(setPropsApart, island)).toEqual({ html: island, files: new Map() });
});

test('many small styles in a row become one file at their place, in their order', () => {
  const one = `a{b:c}@media (width<=5px){${'d{e:f}'.repeat(1_000)}}`;
  const two = 'g{h:i}'.repeat(500);
  const page = `<link href="x.css"><style>${one}</style><style>${two}</style><link href="y.css">`;
  const { html, files } = kept(setStylesApart, page);
  const [path = '', text] = [...files][0] ?? [];
  expect(text).toBe(`${one}\n${two}`);
  expect(html).toBe(`<link href="x.css"><link rel="stylesheet" href="${path}"><link href="y.css">`);
});

test('few styles stay in the page', () => {
  const page = '<style>a{}</style><style>b{}</style><p></p><style>c{}</style>';
  expect(kept(setStylesApart, page)).toEqual({ html: page, files: new Map() });
});
