/** A text as it stands in a mail: names lose the backticks that set them as code on a page. */
export const plain = (text: string): string => text.replaceAll('`', '').replace(/\s+/g, ' ').trim();

/** A title without the rule of this site that it rests on, "(X12)": it says nothing to who gets a reply. */
export const withoutRule = (title: string): string =>
  title.replace(/ \((?:[XM]\d+|LINT-\d+|AS-\d+)\)/g, '');

/** A text with a full stop at its end, where it has no mark of its own. */
export const ended = (text: string): string =>
  text === '' || /[.!?:…]["”)]?$/.test(text) ? text : `${text}.`;

/** A sentence of a mail. */
export const asSentence = (text: string): string => ended(plain(text));

/** The sentences of a text; one ends where a mark is followed by a space and a capital. */
export function sentencesOf(text: string): string[] {
  return text
    .trim()
    .split(/(?<=[.!?]["”)]?)\s+(?=["“(`]?[A-Z0-9])/)
    .filter((sentence) => sentence !== '');
}

/** The first sentences of a text, so many at most. */
export const firstOf = (text: string, most: number): string =>
  sentencesOf(text).slice(0, most).map(asSentence).join(' ');

/** Words that begin a sentence of ours and are written small within one. */
const small =
  /^(?:An?|The|No|Not|One|Two|Both|Each|Every|Some|Several|Many|More|Most|Only|Too|This|That|These|It|Its|They|There|Nobody|Nothing|Somebody|Something|Which|What|When|Where|Whether|Who|How|Why|Does|Do|Is|Are|In|At|On|After|Before|Between|Without|With|Another|Other|Either|Please)\b/;

/** A title or a request within a sentence: its first word is written small, unless it is a name. */
export const within = (text: string): string =>
  small.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** What to do within a sentence: it begins with a verb, written small; anything else stays. */
export const toDo = (text: string): string =>
  /^[A-Z][a-z]+ (?!is\b|has\b|are\b|was\b)/.test(text) &&
  !/^(?:RingCentral|Postman|Basic)\b/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;

/**
 * What is asked for, as a sentence that somebody sends.
 *
 * @param lacks names things to send, or asks; what begins with a verb is a request already
 */
export function asRequest(lacks: string): string {
  const text = asSentence(lacks);
  const [first = ''] = sentencesOf(text);
  if (first.endsWith('?')) return `Please tell us: ${within(text)}`;
  if (/^(?:Which|What|When|Where|Whether|Who|How|Why)\b/.test(text))
    return `Please tell us ${within(text)}`;
  if (/^(?:An?|The|Both|Its|Some|Each|All)\b/.test(text)) return `Please send us ${within(text)}`;
  return text === '' ? '' : `Please ${toDo(text)}`;
}

/** "a", "a and b", "a, b and c". */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
