import type { Finding, FindingAction, Range } from '../finding.ts';
import { hiddenRow } from './segments.ts';

export interface Hiding {
  hide: (text: string) => string;
  move: (range: Range) => Range;
  secrets: readonly string[];
}

function hiddenAction(action: FindingAction, hide: (text: string) => string): FindingAction {
  return action.kind === 'edit' ? { ...action, value: hide(action.value) } : action;
}

/** A finding as it may be shown: its words, its proof and its places in the masked text. */
export function hiddenFinding(found: Finding, { hide, move, secrets }: Hiding): Finding {
  const { fix, lacks, code, comparison, excluded, setting } = found;
  return {
    ...found,
    title: hide(found.title),
    why: hide(found.why),
    claims: found.claims.map((claim) => ({ ...claim, text: hide(claim.text) })),
    ...(fix === undefined ? {} : { fix: hide(fix) }),
    ...(lacks === undefined ? {} : { lacks: hide(lacks) }),
    ...(code === undefined ? {} : { code: hide(code) }),
    evidence: found.evidence.map(({ source, parameter, range }) => ({
      source,
      parameter: hide(parameter),
      ...(range === undefined ? {} : { range: move(range) }),
    })),
    ...(comparison === undefined
      ? {}
      : { comparison: comparison.map((row) => hiddenRow(row, hide, secrets)) }),
    ...(excluded === undefined
      ? {}
      : { excluded: excluded.map((one) => ({ ...one, cause: hide(one.cause) })) }),
    ...(setting === undefined
      ? {}
      : {
          setting: {
            ...setting,
            clientId: hide(setting.clientId),
            changes: setting.changes.map(hide),
          },
        }),
    actions: found.actions.map(({ label, action }) => ({
      label: hide(label),
      action: hiddenAction(action, hide),
    })),
  };
}
