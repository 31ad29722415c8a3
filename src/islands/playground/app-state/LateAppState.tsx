import type { JSX } from 'preact';
import { useLate } from '../late.ts';
import type { Desk } from '../model/desk.ts';
import type { Playground } from '../model/types.ts';

interface Props {
  playground: Playground;
  desk: Desk;
}

/** What is wrong with the app for this flow, loaded where something is. */
export function LateAppState(props: Props): JSX.Element | null {
  const { flow, app } = props.playground;
  const State = useLate<Props>(
    () => {
      const { known, comesBack, flows } = app.value;
      const refused = flows?.[flow.id]?.bySettings === 'refused';
      return known === 'unknown' || refused || comesBack === false;
    },
    async () => (await import('./AppState.tsx')).AppState,
  );
  return State ? <State {...props} /> : null;
}
