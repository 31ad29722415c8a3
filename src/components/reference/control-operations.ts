import * as z from 'zod/mini';
import { openApiDocument } from '#sandbox/endpoints/control/openapi.ts';

const schema = z.looseObject({
  type: z.optional(z.union([z.string(), z.array(z.string())])),
  enum: z.optional(z.array(z.unknown())),
  description: z.optional(z.string()),
  items: z.optional(z.unknown()),
  properties: z.optional(z.record(z.string(), z.unknown())),
  required: z.optional(z.array(z.string())),
  anyOf: z.optional(z.array(z.unknown())),
});
const content = z.optional(
  z.record(z.string(), z.looseObject({ schema: z.optional(z.unknown()) })),
);
const operation = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  parameters: z.array(
    z.looseObject({ name: z.string(), in: z.string(), description: z.optional(z.string()) }),
  ),
  requestBody: z.optional(z.looseObject({ content })),
  responses: z.record(z.string(), z.looseObject({ description: z.string(), content })),
});
const document = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), operation)),
});

/** A member of a body: its name, what it may be, whether it has to be there. */
export interface Member {
  name: string;
  type: string;
  required: boolean;
}

export interface ControlOperation {
  id: string;
  method: string;
  path: string;
  summary: string;
  parameters: { name: string; in: string; description?: string | undefined }[];
  body: Member[];
  answers: { status: string; description: string; type?: string }[];
}

/** A schema in a few words: `text`, `list of text`, `"a" or "b"`. */
export function typeWords(given: unknown): string {
  const { success, data } = schema.safeParse(given);
  if (!success) return 'any value';
  if (data.enum) return data.enum.map((value) => JSON.stringify(value)).join(' or ');
  if (data.anyOf) return data.anyOf.map((one) => typeWords(one)).join(' or ');
  const [type] = [data.type].flat();
  const plain: Record<string, string> = { string: 'text', boolean: 'true or false', null: 'null' };
  if (type === 'array') return `list of ${typeWords(data.items)}`;
  if (type === 'integer') return 'whole number';
  return (type && plain[type]) ?? type ?? 'any value';
}

function membersOf(given: unknown): Member[] {
  const { success, data } = schema.safeParse(given);
  if (!success) return [];
  const required = new Set(data.required);
  return Object.entries(data.properties ?? {}).map(([name, of]) => ({
    name,
    type: typeWords(of),
    required: required.has(name),
  }));
}

/** The calls of the control API as its OpenAPI document describes them. */
export function controlOperations(): ControlOperation[] {
  const { paths } = document.parse(openApiDocument());
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, told]) => ({
      id: told.operationId,
      method: method.toUpperCase(),
      path,
      summary: told.summary,
      parameters: told.parameters.map(({ name, in: place, description }) => ({
        name,
        in: place,
        description,
      })),
      body: membersOf(told.requestBody?.content?.['application/json']?.schema),
      answers: Object.entries(told.responses).map(([status, answer]) => {
        const [mediaType] = Object.entries(answer.content ?? {});
        return {
          status,
          description: answer.description,
          ...(mediaType && { type: `${mediaType[0]}, ${typeWords(mediaType[1].schema)}` }),
        };
      }),
    })),
  );
}
