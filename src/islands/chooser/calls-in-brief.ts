import { calls } from '#app-settings/chooser/calls.ts';

/** What an app will call, in a line: "RingOut, call log". */
export function callsInBrief(chosen: readonly string[] | undefined): string {
  const labels = calls.filter(({ value }) => chosen?.includes(value)).map(({ label }) => label);
  if (labels.length === 0) return 'its own user’s account';
  return labels
    .map((label) => (/^[A-Z][a-z]+[A-Z]/.test(label) ? label : label.toLowerCase()))
    .join(', ');
}
