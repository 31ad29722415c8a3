import { describe, expect, it } from 'vitest';
import { FakeTab } from './testing/fake-surroundings.ts';

function row() {
  const tab = new FakeTab();
  const done: string[] = [];
  return { tab, later: tab.deferred(), done, work: (name: string) => () => void done.push(name) };
}

describe('work that can wait', () => {
  it('is done at its time, once', () => {
    const { tab, later, done, work } = row();
    later.put(400, work('a'));
    tab.wait(399);
    expect(done).toEqual([]);
    tab.wait(1);
    tab.wait(10_000);
    expect(done).toEqual(['a']);
  });

  it('is done in its order, all of it with the first that is due', () => {
    const { tab, later, done, work } = row();
    later.put(400, work('a'));
    later.put(60, work('b'));
    tab.wait(60);
    expect(done).toEqual(['a', 'b']);
    tab.wait(10_000);
    expect(done).toEqual(['a', 'b']);
  });

  it('waits once, however often it is put off', () => {
    const { tab, later, done, work } = row();
    const write = work('write');
    for (let press = 0; press < 3; press += 1) later.put(400, write);
    tab.wait(400);
    expect(done).toEqual(['write']);
    later.put(400, write);
    tab.wait(400);
    expect(done).toEqual(['write', 'write']);
  });

  it('put off twice and then forgotten hurries nothing that is put off later', () => {
    const { tab, later, done, work } = row();
    const write = work('write');
    later.put(400, write);
    later.put(400, write);
    later.drop();
    tab.wait(100);
    later.put(400, work('later'));
    tab.wait(399);
    expect(done).toEqual([]);
    tab.wait(1);
    expect(done).toEqual(['later']);
  });

  it('is done at once on demand, and forgotten on demand', () => {
    const { tab, later, done, work } = row();
    later.put(400, work('a'));
    later.flush();
    expect(done).toEqual(['a']);
    later.put(400, work('b'));
    later.drop();
    later.flush();
    tab.wait(10_000);
    expect(done).toEqual(['a']);
  });

  it('may put off more while it is done, which waits again', () => {
    const { tab, later, done, work } = row();
    later.put(60, () => later.put(60, work('b')));
    tab.wait(60);
    expect(done).toEqual([]);
    tab.wait(60);
    expect(done).toEqual(['b']);
  });
});
