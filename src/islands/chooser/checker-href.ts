import type { AppSettings } from '#app-settings/app.ts';
import type { AccountFacts } from '#app-settings/facts.ts';
import { draftOf } from '#islands/checker/model/draft.ts';
import { writeFragment } from '#islands/checker/model/fragment.ts';

/** The checker, opened on these settings and accounts. */
export function checkerHref(app: AppSettings, facts: AccountFacts): string {
  return `/checker/#${writeFragment({ ...draftOf(app), facts })}`;
}
