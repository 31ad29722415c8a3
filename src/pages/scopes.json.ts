import { scopeEntries, scopesDocument } from '#components/reference/scopes-document.ts';

/** The app scopes for other programs, checked against their own schema as they are written. */
export function GET(): Response {
  return Response.json(
    scopesDocument.parse({
      $schema: '/scopes.schema.json',
      title: 'App scopes of RingCentral',
      scopes: scopeEntries(),
    }),
  );
}
