import { collectedOn } from '#protocol/recorded/answers.ts';
import { type Excused, excused, replacedBy } from '#protocol/recorded/excused.ts';
import { type Outcome, restsOn, type Rests } from './outcome.ts';
import { type Operation, outcomes } from './outcomes.ts';

/** The day on which the documents behind the rows were last read. */
const documentsReadOn = '2026-11-29';

/** One outcome of one operation: what it rests on, and whether it was compared. */
export interface FidelityRow {
  operation: Operation;
  outcome: Outcome;
  rests: Rests;
  /** Recorded answers that a test holds against the sandbox's, member by member. */
  compared: readonly string[];
  /** Older forms among them, of which a newer one took the text. */
  replaced: readonly string[];
  excused: readonly Excused[];
  checked: string;
}

function rowOf(operation: Operation, outcome: Outcome): FidelityRow {
  const compared = outcome.recorded ?? [];
  return {
    operation,
    outcome,
    rests: restsOn(outcome),
    compared,
    replaced: compared.filter((id) => Object.hasOwn(replacedBy, id)),
    excused: excused.filter(({ id }) => compared.includes(id)),
    checked: compared.length > 0 ? collectedOn : documentsReadOn,
  };
}

/** Every row, in the order of the operations. */
export const fidelityRows: readonly FidelityRow[] = (Object.keys(outcomes) as Operation[]).flatMap(
  (operation) => outcomes[operation].map((outcome) => rowOf(operation, outcome)),
);

/** How many answers there are, and how many rest on what: three numbers and never one. */
export function fidelityNumbers(rows: readonly FidelityRow[] = fidelityRows) {
  const resting = (on: Rests['on']) => rows.filter(({ rests }) => rests.on === on).length;
  return {
    answers: rows.length,
    recorded: resting('recorded'),
    documents: resting('documents'),
    guesses: resting('guess'),
  };
}
