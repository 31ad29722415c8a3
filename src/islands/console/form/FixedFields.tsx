import type { JSX } from 'preact';
import { platformLabels } from '#app-settings/portals.ts';
import { Problem } from '#islands/parts/Problem.tsx';
import type { AppView } from '#islands/sandbox-api/sandbox-api.ts';
import { Fixed } from './Fixed.tsx';

/** The portal of an app that is edited. */
export function FixedPortal({ app }: { app: AppView }): JSX.Element {
  return <Fixed name="Portal" value={app.portal === 'classic' ? 'Classic' : 'Current'} />;
}

/** Where the code of an app that is edited runs. */
export function FixedPlatform({
  app: { portal, platformType },
  problem,
}: {
  app: AppView;
  problem: string | undefined;
}): JSX.Element {
  const value = platformType
    ? (platformLabels[platformType][portal] ?? platformLabels[platformType].classic)
    : 'None: only 3-legged OAuth asks for it';
  return (
    <div data-refused={problem ? '' : undefined} tabIndex={problem ? -1 : undefined}>
      <Fixed name={portal === 'classic' ? 'Platform type' : 'App type'} value={value} />
      <Problem text={problem} />
    </div>
  );
}
