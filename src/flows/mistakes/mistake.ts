import type { ClientType } from '#app-settings/app.ts';
import type { FlowDefinition } from '../flow.ts';
import type { Misshape } from '../runner.ts';
import type { SpecLink } from '../specs.ts';

/** What a mistake does to one row of the request. */
export type MistakeEdit =
  | { kind: 'append'; name: string; text: string }
  /** The whole value, something else. */
  | { kind: 'replace'; name: string; value: string }
  /** The last characters are gone, as when a copy stopped short. */
  | { kind: 'cut'; name: string; count: number }
  /** The last letter is another one. */
  | { kind: 'turn'; name: string }
  /** Percent-encoded before it is encoded. */
  | { kind: 'encode'; name: string }
  | { kind: 'left-out'; name: string }
  /** A row that is offered is sent. */
  | { kind: 'put-in'; name: string }
  /** Another value of the flow stands in its place. */
  | { kind: 'swap'; name: string; value: string; prefix?: string }
  /** Basic of another id or secret; `tail` follows the secret before base64. */
  | { kind: 'basic'; id?: string; secret?: string; tail?: string }
  /** Basic of the id alone, without the colon. */
  | { kind: 'basic-id-only' }
  /** A credential that the sandbox makes for this, as the console would. */
  | { kind: 'mint'; name: string; clientIds?: string[]; lifeSeconds?: number };

/**
 * An answer, told beforehand. `code` is RingCentral's own where the answer has one, else the RFC's
 * `error`; absent where the request works.
 */
export interface Prediction {
  status: number;
  code?: string;
}

/** A mistake that people really make, as data: what it does and what is answered. Why is the diagnosis's to say. */
export interface Mistake {
  /** Unique in its flow; a link names it. */
  id: string;
  step: string;
  /** What you do: "Use the code twice". */
  title: string;
  /** Only for an app of this kind. */
  when?: ClientType;
  /** Only in a flow that has this value. */
  takes?: string;
  edits: MistakeEdit[];
  /** The form goes as something else. */
  shape?: Misshape;
  /** A step that has to have run, though nothing of it is sent. */
  after?: string;
  /** Sent as it should be first, then once more. */
  repeat?: true;
  /** The sandbox's clock moves on before it is sent: seconds, or past the life of a value. */
  wait?: number | { past: string };
  /** Under the policy that the sandbox starts with. */
  predicted: Prediction;
  /** Other answers to guess from. */
  decoys: [Prediction, Prediction];
  source: SpecLink;
}

/** What a list of mistakes shows. */
export type MistakeTitle = Pick<Mistake, 'id' | 'step' | 'title' | 'when' | 'takes'>;

/** Whether an app makes a mistake in its flow. */
export function isMade(
  { when, takes }: MistakeTitle,
  { values }: Pick<FlowDefinition, 'values'>,
  clientType: ClientType,
): boolean {
  const has = takes === undefined || values.some(({ name }) => name === takes);
  return has && (when === undefined || when === clientType);
}

/** An answer in a few words: "400, OAU-109", "200, it works". */
export function predictionText({ status, code }: Prediction): string {
  return code === undefined ? `${status}, it works` : `${status}, ${code}`;
}
