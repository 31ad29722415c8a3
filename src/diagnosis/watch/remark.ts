import type { Moment } from './moment.ts';

/** The part of a program that a remark is about, by the names that the quick starts use. */
export const programParts = [
  'settings',
  'sign in',
  'callback',
  'token',
  'refresh',
  'api',
  'sign out',
] as const;
export type ProgramPart = (typeof programParts)[number];

/** `well`: done right; `production`: works here and must change; `wrong`: fails, or is a hole; `note`: neither. */
export type RemarkKind = 'well' | 'production' | 'wrong' | 'note';

/** What one exchange shows of the program that sent it. */
export interface Remark {
  /** The lint rule, or the server's rule for what only the server can say. */
  id: string;
  kind: RemarkKind;
  /** One line; may hold inline code, written `like this`. */
  words: string;
  /** What to do, where there is something to do. */
  fix?: string;
  part?: ProgramPart;
}

/** Looks at one exchange; silent where it has nothing to say. */
export type RemarkRule = (moment: Moment) => Remark | undefined;
