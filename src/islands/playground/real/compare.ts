import { caseOf } from '#diagnosis/case.ts';
import { type Asked, type AskedSandbox, askSandbox } from '#diagnosis/compare/ask-sandbox.ts';
import { issueOf } from '#diagnosis/compare/issue.ts';
import { type Comparison, withSandbox } from '#diagnosis/compare/with-sandbox.ts';
import { proofTools } from '#islands/sandbox-api/proof-tools.ts';
import { browserStorage } from '#islands/storage/storage.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { formSettings } from './form-settings.ts';

/** What the sandbox of this site answered beside a real server. */
export type Compared =
  | { kind: 'compared'; asked: AskedSandbox; comparison: Comparison; issue: string }
  | Extract<Asked, { kind: 'cannot' }>
  | { kind: 'failed'; why: string };

/**
 * Asks the sandbox of this site what a real server was asked, and compares. No value of the reader's
 * goes along.
 *
 * @param earlier what was sent before it, oldest first
 */
export async function compare(
  real: Exchange,
  earlier: readonly Exchange[],
  origin: string,
): Promise<Compared> {
  const { authorized } = caseOf(real, earlier, {});
  const settings = formSettings(browserStorage('sessionStorage'));
  try {
    const asked = await askSandbox(real, { settings, authorized }, proofTools(origin));
    if (asked.kind === 'cannot') return asked;
    const comparison = withSandbox(real, asked);
    const day = new Date(real.startedAt).toISOString().slice(0, 10);
    return { kind: 'compared', asked, comparison, issue: issueOf(real, asked, comparison, day) };
  } catch {
    return {
      kind: 'failed',
      why: 'The sandbox of this site did not answer. Check that it runs, then ask again.',
    };
  }
}
