import * as z from 'zod';
import { scopesDocument } from '#components/reference/scopes-document.ts';

/** The JSON Schema of `/scopes.json`. */
export function GET(): Response {
  return Response.json(z.toJSONSchema(scopesDocument));
}
