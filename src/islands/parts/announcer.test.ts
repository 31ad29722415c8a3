import { effect } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createAnnouncer } from './announcer.ts';

describe('what a screen reader is told', () => {
  it('is told again when the words are the same', () => {
    const { announcement, announce } = createAnnouncer();
    const heard: string[] = [];
    const stop = effect(() => {
      heard.push(announcement.value.text);
    });
    announce('Copied.');
    announce('Copied.');
    stop();
    expect(heard).toEqual(['', 'Copied.', 'Copied.']);
  });

  it('has an id that grows', () => {
    const { announcement, announce } = createAnnouncer();
    const before = announcement.value.id;
    announce('Copied.');
    expect(announcement.value.id).toBe(before + 1);
    announce('Copied.');
    expect(announcement.value.id).toBe(before + 2);
  });
});
