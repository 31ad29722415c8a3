import { late } from '#islands/parts/late.tsx';

/** What would turn a refusal; it comes when a row is first opened, or once the page is idle. */
export const LateChangeBox = late(async () => (await import('./ChangeBox.tsx')).ChangeBox, {
  needed: ({ isOpen }) => isOpen,
});
