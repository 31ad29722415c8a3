import * as z from 'zod/mini';
import { readAnswer } from '#islands/sandbox-api/answer.ts';
import type { CertifySurroundings } from '#sandbox/certify/run.ts';

/** What a run is told where nothing that it asked for came; the page shows the words. */
export class ControlProblem extends Error {
  readonly status: number | undefined;
  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}

/** Answers without a body are read as nothing, any other as it is: who asked has a schema for it. */
const anything = z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]);

/**
 * The control API as a run of the certification calls it.
 *
 * @param surroundings.origin scheme and authority of the sandbox, no trailing slash
 */
export function createControl({
  fetch,
  origin,
}: {
  fetch: (request: Request) => Promise<Response>;
  origin: string;
}): CertifySurroundings['control'] {
  return async (method, path, body) => {
    const request = new Request(`${origin}/sandbox/api${path}`, {
      method,
      // A page that is left still puts back what it has changed.
      keepalive: method !== 'GET',
      ...(body !== undefined && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    let response: Response;
    try {
      response = await fetch(request);
    } catch {
      throw new ControlProblem(
        'The sandbox does not answer. Start it again with npm start, then run what is left.',
      );
    }
    const answer = await readAnswer(response, response.status === 204 ? undefined : anything);
    if (answer.kind === 'done') return answer.value;
    throw answer.kind === 'refused'
      ? new ControlProblem(answer.message, answer.status)
      : new ControlProblem('The answer is not from the sandbox. Load this page again.');
  };
}
