import type { Range } from '../finding.ts';

/** What browsers print where a page may not read an answer. */
export const corsMessage =
  /blocked by CORS policy|CORS (?:error|request did not succeed)|Cross-Origin Request Blocked|No 'Access-Control-Allow-Origin'|not allowed by Access-Control-Allow-Origin/i;

/**
 * Whether an address is the one that such a message names: the browser writes it as it was asked for,
 * or shortens it, and the message says what was wrong.
 */
export const isOfCorsMessage = (text: string, { from, to }: Range): boolean =>
  /(?:Access to \S{1,40}(?: \S{1,20})? at|(?:remote resource|Origin) (?:at )?|\bXMLHttpRequest cannot load|cannot load)\s{0,3}['"‘“(]{0,2}$/i.test(
    text.slice(Math.max(0, from - 60), from),
  ) ||
  (corsMessage.test(text.slice(to, to + 200)) && !text.slice(from, to).includes('\n'));
