import * as z from 'zod/mini';
import { type RememberedApp, rememberedAppSchema } from './remembered-app.ts';

/** The part of a Storage that is used; any call may throw. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

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
    text: 'This browser keeps nothing for this page. An app that you make lives until the sandbox starts again.',
  },
  full: {
    kind: 'full',
    text: 'The storage of this tab is full. An app that is not kept lives until the sandbox starts again.',
  },
  corrupt: {
    kind: 'corrupt',
    text: 'Some of the apps that this tab kept cannot be read. They cannot be made again.',
  },
} as const satisfies Record<string, KeepingProblem>;

/** Each on its own, so that one that cannot be read takes no other with it. */
const listSchema = z.array(z.unknown());

export interface ReadApps {
  apps: RememberedApp[];
  problem?: KeepingProblem;
}

/** What the tab kept. What cannot be read is dropped, so that it is said once. */
export function readApps(shelf: Shelf | undefined): ReadApps {
  if (!shelf) return { apps: [], problem: keepingProblems.blocked };
  let text: string | null;
  try {
    text = shelf.getItem(myAppsKey);
  } catch {
    return { apps: [], problem: keepingProblems.blocked };
  }
  if (text === null) return { apps: [] };
  const entries = parseList(text);
  const apps = (entries ?? []).flatMap((entry) => {
    const app = rememberedAppSchema.safeParse(entry);
    return app.success ? [app.data] : [];
  });
  if (entries && apps.length === entries.length) return { apps };
  writeApps(shelf, apps);
  return { apps, problem: keepingProblems.corrupt };
}

function parseList(text: string): unknown[] | undefined {
  try {
    const list = listSchema.safeParse(JSON.parse(text));
    return list.success ? list.data : undefined;
  } catch {
    return undefined;
  }
}

/** Writes the list down; answers what stood in the way, if anything did. */
export function writeApps(
  shelf: Shelf | undefined,
  apps: readonly RememberedApp[],
): KeepingProblem | undefined {
  if (!shelf) return keepingProblems.blocked;
  try {
    if (apps.length === 0) shelf.removeItem(myAppsKey);
    else shelf.setItem(myAppsKey, JSON.stringify(apps));
    return undefined;
  } catch (cause) {
    return cause instanceof Error && cause.name === 'QuotaExceededError'
      ? keepingProblems.full
      : keepingProblems.blocked;
  }
}
