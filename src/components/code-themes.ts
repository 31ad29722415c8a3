/**
 * Code is almost monochrome: weight and depth tell its parts apart, so that the
 * values in their makers' colours stand out.
 */
interface Ink {
  name: string;
  type: 'light' | 'dark';
  background: string;
  ink: string;
  ink2: string;
  ink3: string;
}

const theme = ({ name, type, background, ink, ink2, ink3 }: Ink) => ({
  name,
  type,
  colors: { 'editor.background': background, 'editor.foreground': ink2 },
  tokenColors: [
    { settings: { foreground: ink2 } },
    {
      scope: ['comment', 'punctuation.definition.comment'],
      settings: { foreground: ink3 },
    },
    {
      scope: ['punctuation', 'meta.brace', 'keyword.operator'],
      settings: { foreground: ink3 },
    },
    {
      scope: ['keyword', 'storage', 'entity.name.tag', 'constant.language'],
      settings: { foreground: ink, fontStyle: 'bold' },
    },
    {
      scope: ['entity.name.function', 'support.function', 'entity.name.type', 'support.type'],
      settings: { foreground: ink },
    },
    { scope: ['keyword.operator'], settings: { foreground: ink3, fontStyle: '' } },
    { scope: ['constant.numeric', 'string', 'string.quoted'], settings: { foreground: ink } },
  ],
});

export const codeThemes = [
  theme({
    name: 'wire-dark',
    type: 'dark',
    background: '#0f1218',
    ink: '#f0f2f6',
    ink2: '#c3c9d5',
    ink3: '#949cac',
  }),
  theme({
    name: 'wire-light',
    type: 'light',
    background: '#f1f3f6',
    ink: '#13161f',
    ink2: '#3c4352',
    ink3: '#5c6474',
  }),
];
