import type * as z from 'zod/mini';
import type { Services } from '../../context.ts';
import type { Incoming } from '../../wire/incoming.ts';

/** One call to the control API, its body parsed by the route's own schema. */
export interface Call<Body = unknown> {
  incoming: Incoming;
  services: Services;
  /** From the path's templates, percent-decoded. */
  params: Record<string, string>;
  /** From the query; the last one where a name repeats. */
  query: Map<string, string>;
  body: Body;
}

export interface AnswerDescription {
  description: string;
  /** Absent where the answer has no JSON body. */
  schema?: z.ZodMiniType;
  mediaType?: 'application/json' | 'text/event-stream';
}

/**
 * What the OpenAPI document says of a route. It stands beside its route and apart from it: the
 * worker of the tab has no OpenAPI document, and carries what it imports.
 */
export interface RouteDocument {
  summary: string;
  /** Query parameters and what each is for. */
  query?: Record<string, string>;
  answers: Record<number, AnswerDescription>;
}

/** One row of the control API: what it takes, for the router and the OpenAPI document alike, and what it does. */
export interface Route<Schema extends z.ZodMiniType = z.ZodMiniType> {
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With templates, such as `/sandbox/api/apps/{clientId}`. */
  path: string;
  /** Where it is absent, a body is not read. */
  body?: Schema;
  handle(call: Call<z.infer<Schema>>): Promise<Response>;
}

/** Ties a route's handler to the type of its schema. */
export function route<Schema extends z.ZodMiniType = z.ZodMiniType<undefined>>(
  definition: Route<Schema>,
): Route {
  return definition as unknown as Route;
}
