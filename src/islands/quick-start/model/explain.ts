/**
 * What explains a running program: whose a request is, what is right and wrong about it, and how that
 * is told. It comes with the first request, for a page that nobody runs a program beside needs none.
 */
import { diagnose } from '#diagnosis/diagnose.ts';
import type { KnownApp } from '#diagnosis/case.ts';
import { createWatch as watchWith } from '#diagnosis/watch/index.ts';

export { ofOtherPrograms } from './made-by.ts';
export { tell, tellingOf } from './told.ts';

export const createWatch = (app: KnownApp): ReturnType<typeof watchWith> =>
  watchWith(app, diagnose);
