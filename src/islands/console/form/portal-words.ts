import type { Portal } from '#app-settings/app.ts';

/** How a reader tells the portal that made an app, by what its settings page shows. */
export const portalWords: Record<Portal, { title: string; note: string }> = {
  current: { title: 'It has an Auth section', note: 'New portal (current), since August 2021' },
  classic: { title: 'It has a platform type', note: 'Classic portal, before August 2021' },
};
