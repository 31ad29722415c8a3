import type { Finding } from '#diagnosis/finding.ts';
import { createLedger } from '#protocol/mask/ledger.ts';
import { createMasker } from '#protocol/mask/mask.ts';
import { maskUrl } from '#protocol/mask/pairs.ts';
import { secretKind } from '#protocol/mask/secret-names.ts';
import type { KnownValue } from '#islands/parts/tint.ts';
import type { StepAnswer } from '../model/kept-state.ts';
import type { ValueView } from '../model/types.ts';
import { type HeldSecret, kindAndLength } from '../step/hidden-row.ts';

/** An answer as it may be on screen at a real server: each secret as its kind and length. */
export function hiddenAnswer(answer: StepAnswer): StepAnswer {
  if (answer.kind === 'exchange') {
    return { ...answer, exchange: createMasker().mask(answer.exchange) };
  }
  if (answer.kind !== 'redirect') return answer;
  const parameters = answer.parameters.map((one) => {
    const kind = secretKind(one.name);
    return kind === undefined ? one : { ...one, value: kindAndLength(kind, one.value) };
  });
  return {
    ...answer,
    url: maskUrl(answer.url, createLedger()),
    exchange: createMasker().mask(answer.exchange),
    parameters,
  };
}

/** The values of the run without the secrets among them. */
export function hiddenValues(
  known: readonly KnownValue[],
  views: readonly ValueView[],
): readonly KnownValue[] {
  const secret = new Set(views.filter((view) => view.secret).map(({ name }) => name));
  return known.map((one) =>
    secret.has(one.name) ? { ...one, value: kindAndLength(one.name, one.value) } : one,
  );
}

/** A finding without the texts that it compares, where one of them is a secret of the run. */
export function hiddenFinding(finding: Finding, held: readonly HeldSecret[]): Finding {
  const rows = finding.comparison?.map((row) => ({
    row,
    text: row.segments.map(({ text }) => text).join(''),
  }));
  const secret = held.find(
    ({ value }) => value !== '' && rows?.some(({ text }) => text.includes(value)),
  );
  if (!secret || !rows) return finding;
  const comparison = rows.map(({ row, text }) => ({
    ...row,
    segments: [{ text: kindAndLength(secret.name, text), tone: 'plain' as const }],
  }));
  return { ...finding, comparison };
}
