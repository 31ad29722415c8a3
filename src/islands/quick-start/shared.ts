import { useEffect, useState } from 'preact/hooks';
import type { LanguageId } from '#flows/language-names.ts';
import { usualOrigin } from '#protocol/usual-origin.ts';
import { browserQuickStartSurroundings } from './browser-surroundings.ts';
import { programKinds, type ProgramKind } from './model/program.ts';
import { createQuickStart, type QuickStart } from './model/quick-start.ts';
import { storedSince, storedStrangersChoice } from '#islands/sandbox-events/stored-choices.ts';
import type { QuickStartSurroundings } from './model/surroundings.ts';

let surroundings: QuickStartSurroundings | undefined;
const models = new Map<ProgramKind['id'], { model: QuickStart; users: number }>();

/** Nothing answers while a page is rendered on the server: the first state stands. */
const nobody: QuickStartSurroundings = {
  origin: usualOrigin,
  api: {} as QuickStartSurroundings['api'],
  events: {
    listen: () => () => undefined,
    before: () => Promise.resolve(undefined),
    retryNow: () => undefined,
  },
  since: storedSince(undefined, ''),
  strangersChoice: storedStrangersChoice(undefined, 'quick-start', true),
  myApps: {} as QuickStartSurroundings['myApps'],
  askHost: () => new Promise(() => undefined),
  loadExplain: () => new Promise(() => undefined),
  session: undefined,
  local: undefined,
  now: () => 0,
};

/** What the page was built as. */
const asBuilt = (kind: ProgramKind['id']): QuickStart =>
  createQuickStart(programKinds[kind], nobody);

/** The one model that the islands of a page share. */
function sharedQuickStart(kind: ProgramKind['id']): QuickStart {
  const found = models.get(kind);
  if (found) return found.model;
  surroundings ??= browserQuickStartSurroundings();
  const model = createQuickStart(programKinds[kind], surroundings);
  models.set(kind, { model, users: 0 });
  return model;
}

/** Starts the model for one island; answers the way to leave it. */
function whileMounted(kind: ProgramKind['id']): () => void {
  const found = models.get(kind);
  if (!found) return () => undefined;
  found.users += 1;
  if (found.users === 1) found.model.start();
  return () => {
    found.users -= 1;
    if (found.users === 0) found.model.dispose();
  };
}

/**
 * The model that the islands of a page share, from an island's second drawing on. Another island may
 * have started it, and waking mends no attribute: the first drawing is of what the page was built as.
 *
 * @param language what a program in another language sends is left out, if the island has one
 */
export function useQuickStart(kind: ProgramKind['id'], language?: LanguageId): QuickStart {
  const [model, setModel] = useState(() => asBuilt(kind));
  useEffect(() => {
    const shared = sharedQuickStart(kind);
    if (language) shared.isBeside(language);
    setModel(shared);
    return whileMounted(kind);
  }, [kind, language]);
  return model;
}
