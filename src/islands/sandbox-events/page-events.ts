import { browserEventsSurroundings } from './browser-surroundings.ts';
import { type SandboxEvents, createSandboxEvents } from './sandbox-events.ts';

let events: SandboxEvents | undefined;

/** The one client of a page: whatever stands on it shares its stream. */
export function pageEvents(): SandboxEvents {
  return (events ??= createSandboxEvents(browserEventsSurroundings()));
}
