import type * as z from 'zod/mini';
import {
  faultsViewSchema,
  givenFaultSchema,
} from '#sandbox/endpoints/control/faults-view-schema.ts';
import type { FaultName } from '#sandbox/faults/names.ts';
import { type Answer, readAnswer } from './answer.ts';

export type FaultsView = z.infer<typeof faultsViewSchema>;
export type FaultView = z.infer<typeof givenFaultSchema>;

export interface NewFault {
  fault: FaultName;
  /** Left out: until it is taken back. */
  requests?: number;
  seconds?: number;
}

/** The part of the control API that gives faults; it comes late, with what needs it. No call throws. */
export function createFaultsApi({
  fetch,
  origin,
}: {
  fetch: (request: Request) => Promise<Response>;
  origin: string;
}) {
  async function call<Schema extends z.ZodMiniType = z.ZodMiniType<undefined>>(
    method: string,
    path: string,
    schema?: Schema,
    body?: object,
  ): Promise<Answer<z.infer<Schema>>> {
    const init = body && {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    };
    try {
      const request = new Request(`${origin}/sandbox/api${path}`, { method, ...init });
      return await readAnswer(await fetch(request), schema);
    } catch {
      return { kind: 'unreachable', why: 'no-answer' };
    }
  }
  const ofApp = (clientId: string) => `/apps/${encodeURIComponent(clientId)}/faults`;
  return {
    list: () => call('GET', '/faults', faultsViewSchema),
    give: (clientId: string, fault: NewFault) =>
      call('POST', ofApp(clientId), givenFaultSchema, fault),
    takeBack: ({ clientId, fault }: Pick<FaultView, 'clientId' | 'fault'>) =>
      call('DELETE', `${ofApp(clientId)}?fault=${fault}`),
  };
}
