import type { FlowStep, Making } from '#flows/flow.ts';
import type { SendTools } from '#flows/send.ts';
import type { Core } from '../core.ts';
import type { HeldValue } from '../kept-state.ts';
import type { SandboxCalls } from '../sandbox-calls.ts';

/** What making and sending reach outside; its times are the sandbox's. */
export interface Outside extends SendTools {
  sandbox: SandboxCalls;
  /** What makes a step's values where they are not made as the sandbox has them. */
  makers?: Partial<Record<Making, Maker>> | undefined;
}

/** What came of making: values to hold, and a sentence of where they are from. */
export interface Made {
  values: Record<string, Pick<HeldValue, 'value' | 'lifetimeSeconds'>>;
  note?: string;
  /** Ends "Step 1 done: ". */
  spoken: string;
}

/** Makes a step's values. Undefined when it could not: it has then told the reader why. */
export type Maker = (core: Core, outside: Outside, step: FlowStep) => Promise<Made | undefined>;
