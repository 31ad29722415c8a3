import { namesOfSite } from '#components/search/names-of-site.ts';

/** What the search finds by its name; fetched when somebody searches. */
export function GET(): Response {
  return Response.json(namesOfSite());
}
