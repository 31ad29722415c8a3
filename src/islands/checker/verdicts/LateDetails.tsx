import { late } from '#islands/parts/late.tsx';

/** Everything behind a verdict; it comes when a row is first opened, or once the page is idle. */
export const LateDetails = late(async () => (await import('./Details.tsx')).Details, {
  needed: ({ isOpen }) => isOpen,
  failed: (_, again) => (
    <p>
      The rest of this page did not load: the server may be down.{' '}
      <button type="button" class="ck-quiet" onClick={again}>
        Try again
      </button>
    </p>
  ),
});
