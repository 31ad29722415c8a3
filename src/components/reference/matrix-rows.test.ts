import { expect, test } from 'vitest';
import { audiences, type Portal } from '#app-settings/app.ts';
import { matrixRows } from './matrix-rows.ts';

const letter = { allowed: 'Y', warning: 'w', refused: 'N' };
const drawn = (portal: Portal) =>
  matrixRows(portal).map(({ label, cells }) => [
    label.split(' ')[0],
    ...audiences.map((audience) =>
      cells.map(({ verdicts }) => letter[verdicts[audience].bySettings]).join(''),
    ),
  ]);

test('the classic matrix, typed by hand: private, then public', () => {
  expect(drawn('classic')).toEqual([
    ['Server/Web', 'YYNNYNN', 'YYNNYNN'],
    ['Browser-based', 'YYYNYNN', 'YYYNYNN'],
    ['Mobile', 'YYwYYNN', 'YYwNYNN'],
    ['Mobile', 'YYwYYNN', 'YYwNYNN'],
    ['Mobile', 'YYwYYNN', 'YYwNYNN'],
    ['Desktop', 'YYwYYNN', 'YYwNYNN'],
    ['Desktop', 'YYwYYNN', 'YYwNYNN'],
    ['Desktop', 'YYwYYNN', 'YYwNYNN'],
    ['Server-only', 'NNNYYNN', 'NNNNwNN'],
    ['Server/Bot', 'wwNwYNN', 'wwNNYNN'],
  ]);
});

test('the current matrix, typed by hand: private, then public', () => {
  expect(drawn('current')).toEqual([
    ['Server-side', 'YYNNYNN', 'YYNNYNN'],
    ['Client-side', 'wYNNYNN', 'wYNNYNN'],
    ['iOS', 'wYNNYNN', 'wYNNYNN'],
    ['Android', 'wYNNYNN', 'wYNNYNN'],
    ['Windows', 'wYNNYNN', 'wYNNYNN'],
    ['Mac', 'wYNNYNN', 'wYNNYNN'],
    ['JWT', 'NNNNYYN', 'NNNNYYN'],
    ['Password-based', 'NNNYYNN', 'NNNNwNN'],
  ]);
});
