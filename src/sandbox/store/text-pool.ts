import { copyText } from '#protocol/text/copy-text.ts';

/** A longer text is no name that comes again and again. */
const longest = 64;
/** With the above, 128 kB at most; whoever makes up more names than this begins anew. */
const mostTexts = 1000;

/**
 * One copy of each short text that comes again and again, such as a scope: a session has twenty,
 * and copying them takes longer than everything else that is kept of it.
 */
export function createTextPool(): (text: string) => string {
  const texts = new Map<string, string>();
  return (text) => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    const own = copyText(text);
    if (own.length > longest) return own;
    if (texts.size === mostTexts) texts.clear();
    texts.set(own, own);
    return own;
  };
}
