import { type Availability, availability } from '#app-settings/availability.ts';
import type { AppRecord } from '../store/records.ts';

/** The rule book asked once for each record of an app; a changed app is another record. */
const answers = new WeakMap<AppRecord, Availability>();

/** What an app's settings allow: the one statement of it that the sandbox enforces. */
export function flowsOf(app: AppRecord): Availability {
  let flows = answers.get(app);
  if (!flows) answers.set(app, (flows = availability(app)));
  return flows;
}
