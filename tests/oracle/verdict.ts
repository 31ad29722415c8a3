import type { AppSettings } from '#app-settings/app.ts';
import { availability, type FlowAvailability } from '#app-settings/availability.ts';
import type { Rule } from '#app-settings/rules/rule.ts';
import { factsOf } from './facts.ts';
import { type Cell, type Flow, flows, type Row } from './matrix.ts';

/** Why a verdict is not what the oracle says, or nothing where it is. */
export function verdictDiffers(
  flow: Flow,
  cell: Cell,
  verdict: FlowAvailability,
): string | undefined {
  for (const part of ['bySettings', 'today'] as const) {
    if (verdict[part] !== cell[part]) {
      return `${part}: oracle ${cell[part]}, verdict ${verdict[part]}`;
    }
  }
  // Where only the sandbox has a code, the book predicts none of RingCentral's. A refusal of refresh
  // is such a case: RingCentral issues no refresh token, so nothing is there to be refused.
  const isSandboxOnly = flow === 'refresh-token' || cell.code?.startsWith('SANDBOX-') === true;
  const code = isSandboxOnly ? undefined : cell.code;
  return verdict.predictedError === code
    ? undefined
    : `code: oracle ${code}, verdict ${verdict.predictedError}`;
}

/** The cells of a row that another book gets wrong. */
export function redCells(row: Row, book?: readonly Rule[]): { flow: Flow; why: string }[] {
  const settings = row.settings as unknown as AppSettings;
  const verdicts = availability(settings, factsOf(row.account), book);
  return flows.flatMap((flow) => {
    const why = verdictDiffers(flow, row.cells[flow], verdicts[flow]);
    return why === undefined ? [] : [{ flow, why }];
  });
}
