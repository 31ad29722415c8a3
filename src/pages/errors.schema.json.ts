import * as z from 'zod';
import { errorsDocument } from '#components/reference/errors-document.ts';

/** The JSON Schema of `/errors.json`. */
export function GET(): Response {
  return Response.json(z.toJSONSchema(errorsDocument));
}
