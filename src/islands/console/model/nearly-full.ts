import type { ShelfView } from '#islands/sandbox-api/sandbox-api.ts';

/** What a shelf holds, what happens when it is full, and what to do before that. */
interface Words {
  what: string;
  beyond: string;
  todo: string;
}

const oldestOfTheLargest = 'When they are full, the app that has the most loses its oldest.';
const pages = 'Close pages that you do not know, or reset the sandbox.';
const apps = 'Delete apps that nobody needs, or reset the sandbox.';

const words: Readonly<Record<string, Words>> = {
  apps: { what: 'apps', beyond: 'When they are full, one more is refused.', todo: apps },
  policies: {
    what: 'apps with a policy of their own',
    beyond: 'When they are full, those of deleted apps go.',
    todo: apps,
  },
  'sign-ins': {
    what: 'open sign-ins in browsers',
    beyond: 'When they are full, the oldest goes.',
    todo: 'Finish or cancel sign-ins, or reset the sandbox.',
  },
  'sign-ins-by-programs': {
    what: 'sign-ins that programs opened and did not finish',
    beyond: 'When they are full, the oldest of these goes; a sign-in in a browser stays.',
    todo: 'Let the program finish what it opens, or reset the sandbox.',
  },
  'sign-ins-by-strangers': {
    what: 'sign-ins that other sites’ pages opened',
    beyond: 'When they are full, the oldest of these goes; your own stay.',
    todo: pages,
  },
  codes: { what: 'codes, used ones among them', beyond: oldestOfTheLargest, todo: apps },
  sessions: { what: 'sessions, ended ones among them', beyond: oldestOfTheLargest, todo: apps },
  events: { what: 'requests in the log', beyond: oldestOfTheLargest, todo: apps },
  'events-of-strangers': {
    what: 'requests of other sites’ pages in the log',
    beyond: 'When they are full, the oldest of these goes; those of your apps stay.',
    todo: pages,
  },
  'jwt-credentials': {
    what: 'JWT credentials',
    beyond: 'When they are full, one more is refused.',
    todo: 'Revoke credentials that nobody needs, or reset the sandbox.',
  },
  'rate-counters': {
    what: 'counters of rate limits',
    beyond: 'When they are full, the oldest one starts again.',
    todo: 'Reset the sandbox.',
  },
};

const mega = 1_048_576;
const megabytes = (octets: number) =>
  (octets / mega).toLocaleString('en', { maximumFractionDigits: 1 });
const count = (number: number) => number.toLocaleString('en');

/** How full a shelf is, in that of its two measures which is nearer to its bound. */
function howFull({ used, of }: ShelfView): string {
  return used.number / of.number >= used.octets / of.octets
    ? `${count(used.number)} of at most ${count(of.number)}`
    : `${megabytes(used.octets)} of at most ${megabytes(of.octets)} MB of`;
}

/** What the console says of a shelf that is nearly full. */
export interface NearlyFull {
  name: string;
  text: string;
}

/** A line for each shelf that is nearly full; none where all is well. */
export function nearlyFull(shelves: readonly ShelfView[]): NearlyFull[] {
  return shelves
    .filter((shelf) => shelf.nearlyFull)
    .map((shelf) => {
      const { what = shelf.name, beyond = '', todo = '' } = words[shelf.name] ?? {};
      const text = `The sandbox keeps ${howFull(shelf)} ${what}. ${beyond} ${todo}`;
      return { name: shelf.name, text: text.trim() };
    });
}
