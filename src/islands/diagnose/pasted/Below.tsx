import type { JSX } from 'preact';
import type { Diagnoser } from '../model/diagnoser.ts';
import { SettingsRow } from '../settings/SettingsRow.tsx';
import { Foot } from './Foot.tsx';

/** What stands below the pasted text: what was hidden, and the app's settings. */
export function Below({ diagnoser }: { diagnoser: Diagnoser }): JSX.Element {
  return (
    <>
      <Foot diagnoser={diagnoser} />
      <SettingsRow diagnoser={diagnoser} />
    </>
  );
}
