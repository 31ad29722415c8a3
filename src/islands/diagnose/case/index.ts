/** Everything that stands on the page once something was read, in one load. */
export { pageFragment } from '#islands/parts/page-fragment.ts';
export { Answer } from '../answer/Answer.tsx';
export { Below } from '../pasted/Below.tsx';
export { Lines } from '../pasted/Lines.tsx';
export { Behind } from '../answer/Behind.tsx';
