import { availability } from '#app-settings/availability.ts';
import type { AppRecord } from '../../store/records.ts';
import type { AppView } from './app-view-schema.ts';

/** An app as the control API shows it. */
export function appView({ acts, ...app }: AppRecord): AppView {
  void acts;
  return { ...app, flows: availability(app) };
}
