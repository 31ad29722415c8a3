import { presets } from '../policy.ts';
import type { Store } from '../store/store.ts';
import { makeDemoApps } from './apps.ts';

/**
 * Puts the demo apps into a store, leaving alone those that are already there,
 * so that it may run at every start of a store that outlives its sandbox.
 *
 * @param options.now milliseconds, on the sandbox's clock
 * @param options.siteOrigins the site's own origins, such as `http://localhost:4321`
 */
export async function seedDemoData(
  store: Store,
  options: { now: number; siteOrigins: readonly string[] },
): Promise<void> {
  await Promise.all(
    makeDemoApps(options.now, options.siteOrigins).map((app) => store.apps.add(app)),
  );
}

/** Back to how it was at the first start: nothing but demo apps, the default policy, the real clock. */
export async function resetToDemoData(
  store: Store,
  options: { now: number; siteOrigins: readonly string[] },
): Promise<void> {
  await store.reset();
  await store.policy.put({ ...presets.ringcentral });
  await store.clock.putOffsetSeconds(0);
  await seedDemoData(store, options);
}
