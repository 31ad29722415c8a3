import { late } from '#islands/parts/late.tsx';

/** The question, whose code comes when it is first asked: few readers reset or renew. */
export const LateConfirm = late(async () => (await import('./Confirm.tsx')).Confirm);
