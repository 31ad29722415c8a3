import { openApiDocument } from '#sandbox/endpoints/control/openapi.ts';

/** Written by the build, for hosts that serve files alone. */
export function GET(): Response {
  return Response.json(openApiDocument());
}
