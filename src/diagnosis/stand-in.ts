/**
 * Why a value is not there to be judged. `hidden`: somebody or a library hid it, and it was sent;
 * `placeholder`: an example's, that may have been sent as it stands; `variable`: a program or a shell
 * fills it in.
 */
export type StandIn = 'hidden' | 'placeholder' | 'variable';

/** Blocks, bullets and stars of three or more, two for blocks: okhttp writes two. */
const covered = /[█■▒░●•∙*]{2}|…{2}|\.{3,}/;
const crossedOut = /^[xX]{4,}$|^[xX]{3,}[-_.xX]*$/;
const saidHidden =
  /[<([{](?:redacted|hidden|masked|filtered|removed|omitted|sanitized|secret)[^<>()[\]{}]{0,30}(?:[>)\]}]|$)|^(?:redacted|hidden|masked|filtered|removed)$/i;
const placeholder =
  /\{\{[^{}]{1,60}\}\}|^<[^<>]{1,60}>$|^\{[^{}]{1,60}\}$|^\[[^[\]]{1,60}\]$|^(?:your|my|the|insert|enter|replace|paste)[-_ ]|^(?:changeme|change_me|todo|tbd)$|^base64[\w -]{0,40}[([<{]|^base64[-_ ]?encoded|^encoded[-_ ]/i;
/** An example's own name for a value, in capitals. */
const capitals = /^(?!RC_|RINGCENTRAL_)(?:[A-Z]{2,20}_){1,4}[A-Z]{2,20}$/;
const variable =
  /\$\{[^{}]{1,200}\}|\$\([^()]{1,200}\)|^"?\$[A-Za-z_]\w{0,60}|%[A-Z_]{3,60}%|\bprocess\.env\b|\bos\.environ\b|\bgetenv\b|\bENV\[|\$_(?:GET|POST|ENV)\b/;

/**
 * Whether a text stands in for a value, and how. `██`, `***`, `<redacted>` and `xxxx` are hidden,
 * not absent; a value that is only partly hidden is hidden.
 *
 * @param text a value, or what a header has behind its scheme
 * @returns undefined where the text is a value as it was sent, an empty one and `undefined` too
 */
export function standInOf(text: string): StandIn | undefined {
  const subject = text.slice(0, 500).trim();
  if (subject === '' || subject.length > 400) return undefined;
  if (covered.test(subject) || subject === '…' || crossedOut.test(subject)) return 'hidden';
  if (/^masked-[a-z_]+-\d+-\d+chars$/.test(subject)) return 'hidden';
  if (variable.test(subject)) return 'variable';
  if (saidHidden.test(subject)) return 'hidden';
  return placeholder.test(subject) || capitals.test(subject) ? 'placeholder' : undefined;
}

/** Whether a value was sent and cannot be read here. */
export const isHidden = (text: string): boolean => standInOf(text) === 'hidden';
