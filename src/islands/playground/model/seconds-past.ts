import type { Core } from './core.ts';

/** Seconds until a value's life is over, and one more; 0 where it is over or has none. */
export function secondsPast(core: Core, name: string): number {
  const held = core.kept.value.values[name];
  if (held?.lifetimeSeconds === undefined) return 0;
  const left = held.at + held.lifetimeSeconds * 1000 - core.clock.now();
  return left <= 0 ? 0 : Math.ceil(left / 1000) + 1;
}
