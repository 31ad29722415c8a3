import { signal } from '@preact/signals';

/** True where the reader asked for less motion; follows the setting. Silent on the server. */
const reduced = signal(false);

if (typeof matchMedia === 'function') {
  const query = matchMedia('(prefers-reduced-motion: reduce)');
  reduced.value = query.matches;
  query.addEventListener('change', () => (reduced.value = query.matches));
}

/**
 * Seconds as a countdown shows them: each one, or in steps of ten under reduced motion. A step shows
 * less than is left, never more; the last ten are told one by one.
 */
export function steady(seconds: number): number {
  return reduced.value && seconds >= 10 ? Math.floor(seconds / 10) * 10 : Math.ceil(seconds);
}
