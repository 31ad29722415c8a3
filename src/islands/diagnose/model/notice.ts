import { faultHref } from '#protocol/sandbox-fault.ts';
import type { FailedReason } from '#diagnosis/read/messages.ts';

/** What the page says instead of a verdict, and the way on. */
export interface Notice {
  title: string;
  text: string;
  /** What was met was a picture: the page offers words to type. */
  isPicture?: true;
  link?: { label: string; href: string };
}

/** Said above the reader's own sentence, by why nothing is shown. */
const titles: Partial<Record<FailedReason, string>> = {
  empty: 'There is nothing in it to read',
  binary: 'This is not text',
  'too large': 'This file is too large',
  'unknown file': 'This file cannot be read',
};

/** Why nothing is shown. */
export const failure = (reason: FailedReason, message: string): Notice =>
  reason === 'picture'
    ? picture
    : { title: titles[reason] ?? 'It could not be read', text: message };

export const picture: Notice = {
  title: 'A picture cannot be read here',
  text: 'Type the code or the words that you see.',
  isPicture: true,
};

export const pasteHere: Notice = {
  title: 'Paste it here once more',
  text: 'The search does not pass your text on, so that no secret gets into an address. Press Ctrl+V.',
};

export const noLongerKept: Notice = {
  title: 'This request is no longer kept',
  text: 'The sandbox keeps the last requests of each app, and deletes them at a reset. Send the request once more and open its own link, or paste its answer here.',
  link: { label: 'Watch requests arrive', href: '/console/' },
};

/** The sandbox did wrong because it was asked to: what stands below is its doing and not the program's. */
export const onDemand = (fault: string): Notice => ({
  title: 'A fault on demand',
  text: `The sandbox was asked for ${fault}, so this answer is not what the server says by itself.`,
  link: { label: 'What this fault does', href: faultHref(fault) },
});

export const sandboxSilent: Notice = {
  title: 'The sandbox gave no answer',
  text: 'This page could not ask it for the request. Paste the answer that your program got.',
};

export const badLink = (why: string): Notice => ({
  title: 'This link cannot be opened',
  text: `${why} The box is empty: paste what you have.`,
});
