import { ruleEntries, rulesDocument } from '#components/reference/rules-document.ts';

/** The rule book for other programs, checked against its own schema as it is written. */
export function GET(): Response {
  return Response.json(
    rulesDocument.parse({
      $schema: '/rules.schema.json',
      title: 'Which flow an app’s settings allow at RingCentral',
      rules: ruleEntries(),
    }),
  );
}
