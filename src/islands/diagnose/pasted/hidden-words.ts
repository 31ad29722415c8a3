import type { Removed } from '#diagnosis/hide/shown.ts';
import { readMask } from '#protocol/mask/mask.ts';

/** "client secret 1, 41 characters": what stands on the page for a hidden value. */
export function hiddenWords(label: string, of: Removed['of']): string {
  const mask = readMask(label);
  if (!mask) return label;
  const name = mask.kind.replaceAll('_', ' ');
  if (of === 'person') return `${name} ${mask.number}`;
  return `${name} ${mask.number}, ${mask.length} characters`;
}
