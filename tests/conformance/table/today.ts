import type { Row } from './row.ts';

/**
 * Rows of RingCentral that need what it has ended: `ringcentral-today` has neither implicit nor
 * password, and tells so in its metadata.
 */
const ended =
  /^(?:RC-07[0-2]|RC-02[78]|RC-080[a-e]|RC-081[a-g]|RC-083|RC-094b|AS-140b|AS-198[ce])$/;

/** What binds RingCentral binds RingCentral of today as well, but for what has ended. */
export function withToday(row: Row): Row {
  const { id, presets } = row;
  const holds = presets.includes('ringcentral') && !ended.test(id);
  return holds && !presets.includes('ringcentral-today')
    ? { ...row, presets: [...presets, 'ringcentral-today'] }
    : row;
}
