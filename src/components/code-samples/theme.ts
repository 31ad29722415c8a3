/**
 * Code is almost monochrome: weight and depth tell its parts apart, so that the values in their
 * makers' colours stand out. A part is told by its element, and `src/styles/code.css` gives each
 * one of the site's inks, so that one reading of a program serves the light and the dark page.
 */
export const inks = { word: '#000001', text: '#000002', mark: '#000003' } as const;
export type Ink = keyof typeof inks;

/** The element that a part is, within `code.inked`: a page has thousands, and a class on each doubled it. */
export const elements = { word: 'b', text: 'i', mark: 'span' } as const satisfies Record<
  Ink,
  string
>;

/** What has no ink of its own: `--ink-2`, as all code. */
const plain = '#000000';

/** A theme of Shiki whose colours stand for classes. */
export const theme = {
  name: 'wire',
  type: 'light' as const,
  colors: { 'editor.background': '#ffffff', 'editor.foreground': plain },
  settings: [
    { settings: { foreground: plain } },
    {
      scope: [
        'comment',
        'punctuation.definition.comment',
        'punctuation',
        'meta.brace',
        'keyword.operator',
      ],
      settings: { foreground: inks.mark },
    },
    {
      scope: ['keyword', 'storage', 'entity.name.tag', 'constant.language'],
      settings: { foreground: inks.word },
    },
    {
      scope: [
        'entity.name.function',
        'support.function',
        'entity.name.type',
        'support.type',
        'constant.numeric',
        'string',
        'string.quoted',
      ],
      settings: { foreground: inks.text },
    },
  ],
};

/** What Expressive Code asks of a theme for its frame, which takes its colours from the site's tokens. */
const frame = (type: 'light' | 'dark', background: string, ink: string) => ({
  name: `wire-${type}`,
  type,
  colors: { 'editor.background': background, 'editor.foreground': ink },
});

export const frameThemes = [
  frame('dark', '#0f1218', '#c3c9d5'),
  frame('light', '#f1f3f6', '#3c4352'),
];
