import { type LateReaders, longestPaste, recognise, type Recognised } from './recognise.ts';

/** What begins the list of a HAR's entries. */
const mayBeHar = /"(?:entries|requests)"\s{0,20}:\s{0,20}\[/;

/** Without one of these no command and no program of a login is there. */
const mayCall =
  /[(]|curl|grant_?type|response_?type|oauth\/authorize|oauth2\.Config|Invoke-|\.(?:open|setRequestHeader|send) "/i;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** An answer, a message or a code is none; several lines that are no JSON may be one. */
const mayBeSource = (text: string): boolean =>
  mayCall.test(text) || (text.trim().includes('\n') && !isJson(text));

/**
 * What a paste holds. What reads commands, programs and files is loaded with the first paste that may
 * hold one; an answer, a message or a code is read without.
 *
 * @param pasted anything; read to its first 200,000 characters
 */
export async function recogniseAny(pasted: string): Promise<Recognised> {
  const text = pasted.slice(0, longestPaste);
  const late: LateReaders = {};
  if (mayBeSource(text)) {
    Object.assign(late, (await import('./source/readers.ts')).sourceReaders);
  }
  if (mayBeHar.test(text)) {
    late.pastedHar = (await import('./har/pasted-har.ts')).pastedHar;
  }
  return recognise(pasted, late);
}
