import type { Services } from '../../context.ts';
import type { EventFilter } from '../../store/event-log.ts';
import { refusal } from './answer.ts';
import { noSuchApp } from './no-such-app.ts';

/** The query parameters that say which events are asked for. */
export const filterQuery = {
  clientId:
    'The app whose requests the answer lists; without it, the requests of all apps and those that name no app',
  strangers:
    '`leave-out` leaves out what pages of other sites sent without the reader; their exchanges have the caller `stranger`',
};

export type FilterResult =
  { kind: 'filter'; filter: EventFilter } | { kind: 'refused'; response: Response };

const refused = (response: Response): FilterResult => ({ kind: 'refused', response });

/** Reads which events are asked for, and refuses what names none. */
export async function readFilter(
  query: ReadonlyMap<string, string>,
  { store }: Services,
): Promise<FilterResult> {
  const clientId = query.get('clientId');
  if (clientId === '') return refused(refusal(400, { path: 'clientId', message: 'Name the app.' }));
  const strangers = query.get('strangers');
  if (strangers !== undefined && strangers !== 'leave-out') {
    return refused(
      refusal(400, { path: 'strangers', message: 'Send leave-out, or leave the parameter out.' }),
    );
  }
  if (clientId !== undefined && !(await store.apps.get(clientId))) return refused(noSuchApp());
  return { kind: 'filter', filter: { clientId, withoutStrangers: strangers === 'leave-out' } };
}

/** A number of an event, or undefined when it is none. */
export function readSequence(text: string): number | undefined {
  return /^[0-9]{1,15}$/.test(text) ? Number(text) : undefined;
}
