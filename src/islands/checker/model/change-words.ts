import type { FlowAvailability, RuleId } from '#app-settings/availability.ts';
import type { ChangeHow } from '#app-settings/rules/rule.ts';

/** How a change of settings is made at RingCentral. */
export const howWords: Record<ChangeHow, { label: string; words: string }> = {
  edit: { label: 'Edit the app', words: 'On the app’s settings page, if it shows the setting.' },
  'new app': {
    label: 'New app',
    words:
      'The portals to July 2021 fixed this when an app was made. Make a new app, or look whether you can edit yours today.',
  },
  'not known': {
    label: 'Not known',
    words:
      'No source says how to change this on an existing app. If its settings do not offer it, make a new app.',
  },
};

const because: Partial<Record<RuleId, string>> = {
  X20: 'No setting turns it on: RingCentral gives it to trusted partners only.',
  X23: 'No setting of the app grants it: ask an administrator to give the user’s role Third Party Apps Access.',
};

/** Why no change of settings turns a flow that they refuse. */
export function noChangeWords({ reasons }: FlowAvailability): string {
  return (
    reasons.map((id) => because[id]).find((words) => words !== undefined) ??
    'No known setting allows it.'
  );
}
