import { weightOf } from './weight-of.ts';
import type { AppRecord } from './records.ts';

/** For an id, a secret and what a page did to the app: none of them may make an app too large. */
const fixed = 1536;

/** What an app counts for: what its owner chose, so that a new secret or an act never makes it grow. */
export function weightOfApp({ name, redirectUris, scopes, methods }: AppRecord): number {
  return fixed + weightOf([name, redirectUris, scopes, methods]);
}
