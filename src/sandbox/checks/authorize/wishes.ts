import { cutText } from '#protocol/text/copy-text.ts';
import { type AuthorizeRequest, parameter } from './request.ts';

/** Optional parameters of RingCentral's that change how the sign-in looks, and nothing of what it gives. */
export const wishNames = ['login_hint', 'prompt', 'ui_locales', 'display', 'brand_id'] as const;
export type WishName = (typeof wishNames)[number];

/** What a request asked of the sign-in's pages. */
export type Wishes = Partial<Record<WishName, string>>;

/** More of a wish is neither kept nor shown. */
const longest = 200;

/**
 * The wishes of a request. None of them can be wrong enough to refuse it: what no page can follow is
 * told on the page. `prompt=none` alone is no wish, and has its check.
 */
export function wishesOf(request: AuthorizeRequest): Wishes {
  const wishes: Wishes = {};
  for (const name of wishNames) {
    // The guide's tables write `brandId`, its sample address and the OpenAPI document `brand_id`.
    const sent =
      parameter(request, name) ?? (name === 'brand_id' ? parameter(request, 'brandId') : undefined);
    if (sent !== undefined) wishes[name] = cutText(sent, longest);
  }
  return wishes;
}
