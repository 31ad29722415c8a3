import type { AppSettings } from '#app-settings/app.ts';
import type { Finding } from '../finding.ts';
import type { Recognised } from '../recognise/recognise.ts';

/** What is known beside a paste. */
export interface Beside {
  /** The app's settings, from the checker's form, a new-app link, or two quick choices. */
  settings?: AppSettings | undefined;
  /** Milliseconds since the epoch: what a JWT's `exp` is compared with. */
  now: number;
}

/**
 * What a paste shows. It holds what was pasted and is shown to nobody: `show` of `diagnosis/hide`
 * makes of it what a view, a link or a report may have.
 */
export interface Diagnosis extends Recognised {
  /**
   * The first is the verdict, the others stand beside it. Empty where all that can be judged is
   * well. A paste that decides nothing has a verdict too: *cannot tell*, with what to ask for.
   * Ranges of the evidence are those of `text`.
   */
  findings: Finding[];
}
