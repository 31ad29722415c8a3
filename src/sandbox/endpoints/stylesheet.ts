import { pagesStylesheet } from '../views/stylesheet.ts';

/**
 * `GET /sandbox/pages.css`: the style of the sign-in, consent and error pages,
 * served by the sandbox itself so that both hosts have it.
 */
export function stylesheet(): Promise<Response> {
  return Promise.resolve(
    new Response(pagesStylesheet, {
      headers: {
        'content-type': 'text/css; charset=utf-8',
        'cache-control': 'max-age=300',
      },
    }),
  );
}
