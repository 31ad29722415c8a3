import { type FunctionComponent, h } from 'preact';
import { describe, expect, it } from 'vitest';
import { memo } from './memo.tsx';

const View: FunctionComponent<{ row: object; open: boolean }> = ({ open }) => h('li', { open });

describe('a row of a long list', () => {
  it('is drawn again when a property changes, and not otherwise', () => {
    const row = {};
    const Row = memo(View);
    const drawn = new Row({ row, open: false });
    drawn.props = { row, open: false };
    const changes = (next: { row: object; open: boolean }) =>
      drawn.shouldComponentUpdate?.(next, {}, undefined);
    expect(changes({ row, open: false })).toBe(false);
    expect(changes({ row, open: true })).toBe(true);
    expect(changes({ row: {}, open: false })).toBe(true);
  });
});
