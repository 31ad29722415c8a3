import type * as outlines from './outlines.ts';

/** What an outline is called. */
export type IconName = keyof typeof outlines;
