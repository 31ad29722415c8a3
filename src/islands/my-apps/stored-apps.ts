import * as z from 'zod/mini';
import type { TextStorage } from '#islands/storage/storage.ts';
import { createStored } from '#islands/storage/stored.ts';
import { type RememberedApp, rememberedAppSchema } from './remembered-app.ts';

/** Why apps are not kept, or not all of them, in words for the reader. */
export interface KeepingProblem {
  kind: 'blocked' | 'full' | 'corrupt';
  text: string;
}

/** sessionStorage: of this tab alone, because a secret is among it. */
export const myAppsKey = 'authorization-flows:my-apps';

export const keepingProblems = {
  blocked: {
    kind: 'blocked',
    text: 'This browser keeps nothing for this page. An app that you make lasts until the sandbox starts again.',
  },
  full: {
    kind: 'full',
    text: 'The storage of this tab is full. An app that is not kept lasts until the sandbox starts again.',
  },
  corrupt: {
    kind: 'corrupt',
    text: 'This page cannot read some of the apps that this tab kept, and cannot make them again.',
  },
} as const satisfies Record<string, KeepingProblem>;

/** Each on its own, so that one that cannot be read takes no other with it. */
const listSchema = z.array(z.unknown());

export interface ReadApps {
  apps: RememberedApp[];
  problem?: KeepingProblem;
}

/** What the tab kept. What cannot be read is dropped, so that it is said once. */
export function readApps(storage: TextStorage | undefined): ReadApps {
  const read = createStored(storage, myAppsKey, listSchema).read();
  if (read.kind === 'blocked') return { apps: [], problem: keepingProblems.blocked };
  if (read.kind === 'nothing') return { apps: [] };
  const entries = read.kind === 'value' ? read.value : [];
  const apps = entries.flatMap((entry) => {
    const app = rememberedAppSchema.safeParse(entry);
    return app.success ? [app.data] : [];
  });
  if (read.kind === 'value' && apps.length === entries.length) return { apps };
  writeApps(storage, apps);
  return { apps, problem: keepingProblems.corrupt };
}

/** Writes the list down; answers what stood in the way, if anything did. */
export function writeApps(
  storage: TextStorage | undefined,
  apps: readonly RememberedApp[],
): KeepingProblem | undefined {
  const stored = createStored(storage, myAppsKey, listSchema);
  const problem = apps.length === 0 ? stored.remove() : stored.write([...apps]);
  return problem && keepingProblems[problem];
}
