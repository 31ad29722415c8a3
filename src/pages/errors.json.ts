import { errorFacts } from '#components/reference/error-facts.ts';
import { errorsDocument } from '#components/reference/errors-document.ts';

/** The catalogue of errors for other programs, checked against its own schema as it is written. */
export async function GET(): Promise<Response> {
  return Response.json(
    errorsDocument.parse({
      $schema: '/errors.schema.json',
      title: 'Errors around authorization on RingCentral',
      errors: await errorFacts(),
    }),
  );
}
