import * as z from 'zod/mini';
import type { AnswerDescription, Route, RouteDocument } from './route.ts';
import { documents } from './routes/documents.ts';
import { routes } from './routes/index.ts';

/** What any call may be answered by the guards. */
const guardAnswers: Record<string, { description: string }> = {
  403: { description: 'The Origin is not the sandbox’s own' },
  415: { description: 'A body that does not say it is JSON' },
  421: { description: 'The Host is neither loopback nor in ALLOWED_HOSTS' },
};

function jsonSchema(schema: z.ZodMiniType, io: 'input' | 'output'): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  void $schema;
  return rest;
}

function describeAnswer({
  description,
  schema,
  mediaType = 'application/json',
}: AnswerDescription) {
  if (!schema) return { description };
  return { description, content: { [mediaType]: { schema: jsonSchema(schema, 'output') } } };
}

function parameters({ path }: Route, { query = {} }: RouteDocument): object[] {
  const schema = { type: 'string' };
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema,
  }));
  const inQuery = Object.entries(query).map(([name, description]) => ({
    name,
    in: 'query',
    description,
    schema,
  }));
  return [...inPath, ...inQuery];
}

function operation(route: Route): object {
  const document = documents[route.id];
  if (!document) throw new Error(`No document says what ${route.id} does.`);
  const answers = Object.entries(document.answers).map(
    ([status, answer]) => [status, describeAnswer(answer)] as const,
  );
  return {
    operationId: route.id,
    summary: document.summary,
    parameters: parameters(route, document),
    ...(route.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonSchema(route.body, 'input') } },
      },
    }),
    responses: { ...Object.fromEntries(answers), ...guardAnswers },
  };
}

/**
 * The control API as an OpenAPI 3.1 document, from the very schemas that parse
 * its bodies. For a build or a host on Node: Zod's JSON Schema writer is too
 * large for what a browser loads.
 */
export function openApiDocument(): { openapi: string; info: object; paths: object } {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    (paths[route.path] ??= {})[route.method.toLowerCase()] = operation(route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Control API of the sandbox',
      version: '1',
      description:
        'Apps, users, sessions, clock, policy and events of the sandbox authorization server. RingCentral does not have it.',
    },
    paths,
  };
}
