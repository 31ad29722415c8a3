import * as z from 'zod';
import { rulesDocument } from '#components/reference/rules-document.ts';

/** The JSON Schema of `/rules.json`. */
export function GET(): Response {
  return Response.json(z.toJSONSchema(rulesDocument));
}
