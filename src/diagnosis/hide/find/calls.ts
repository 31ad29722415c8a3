import { looksSecret } from '../secret-value.ts';
import { isStandIn } from '../stand-in.ts';
import type { Span } from '../spans.ts';

const head =
  /(?:\b(RestClient|SDK|RingCentral(?:SDK|Client)?|Rcsdk|OAuth2Client|ClientCredential)(?:\.new|\.create|::new)?|(basic_?auth|BasicCredentials|NetworkCredential|UsernamePasswordCredentials|\bauth\s?=\s?)|\b(login|authorize|authenticate|signIn|sign_in|loginAsync|authorizeAsync))\s?\(/gi;
/** One argument: a literal in any quotes, or an expression up to the comma. */
const argument =
  /\s*(?:(["'`])((?:\\.|(?!\1)[^\\\n])*)\1|([^,()\n"'`]{0,200}(?:\([^()\n]{0,200}\))?[^,()\n"'`]{0,100}))\s*([,)]|$)/y;
const most = 8;

interface Argument {
  from: number;
  /** Undefined of an expression. */
  literal?: string;
}

function argumentsAt(text: string, from: number): Argument[] {
  const all: Argument[] = [];
  argument.lastIndex = from;
  for (let match = argument.exec(text); match && all.length < most; match = argument.exec(text)) {
    const { index, 0: whole, 1: quote, 2: literal, 4: end } = match;
    const start = index + whole.search(/\S/) + 1;
    all.push(
      quote === undefined || literal === undefined ? { from: start } : { from: start, literal },
    );
    if (end !== ',') break;
  }
  return all;
}

/** `echo id:secret | base64`. */
const piped =
  /\b(?:echo|printf)(?:\s+-\w+){0,3}\s+["']?[\w.-]{3,200}:([^\s"'|)]{3,2000})["']?\s*\|\s*(?:\w*base64|openssl)/g;
/** `btoa('id:secret')`, `b64encode(b"id:secret")`, `encodeToString("id:secret".getBytes())`. */
const encoded =
  /\b(?:btoa|base64\w*|b64encode|\w*encode64|encodeToString|ToBase64String)\b[^\n"'`]{0,80}["'`][\w.-]{3,200}:([^"'`\s]{3,2000})["'`]/gi;

/** `ConvertTo-SecureString "…" -AsPlainText`, and the wrappers that languages put around a secret. */
const wrapped =
  /\b(?:ConvertTo-SecureString(?:[ \t]{1,4}-(?:AsPlainText|Force|String)){0,3}[ \t]{1,4}|(?:Secret|SecretString|SecretStr|Password|SecureString)\()(["'])([^"'\n]{3,400})\1/g;

const isUrl = ({ literal = '' }: Argument): boolean => /^https?:\/\//i.test(literal);

function spanOf(kind: string, { from, literal }: Argument): Span[] {
  if (literal === undefined || literal === '' || isStandIn(literal)) return [];
  return [{ of: 'secret', kind, from, to: from + literal.length, value: literal }];
}

/** What a program signs in with: `login(user, extension, password)`, `authorize(jwt)`, `authorize(code, uri)`. */
function inLogin(all: Argument[]): Span[] {
  const [first, second, third] = all;
  if (!first) return [];
  if (third) return spanOf('password', third);
  if (second && !isUrl(second))
    return second.literal && looksSecret(second.literal) ? spanOf('password', second) : [];
  if (isUrl(first) || !looksSecret(first.literal ?? '')) return [];
  return spanOf(second ? 'code' : 'assertion', first);
}

/**
 * Secrets in the calls of programs, where only their place says what they are: `new RestClient(id,
 * secret, server)`, `login(user, extension, password)`, `HTTPBasicAuth(id, secret)`.
 */
export function calls(text: string): Span[] {
  const found: Span[] = [];
  for (const { index, 0: whole, 1: client, 2: basic } of text.matchAll(head)) {
    const all = argumentsAt(text, index + whole.length);
    if (client === undefined && basic === undefined) {
      found.push(...inLogin(all));
      continue;
    }
    const [, secret] = all.filter((one) => !isUrl(one));
    if (secret) found.push(...spanOf('client_secret', secret));
  }
  for (const { index, 0: whole, 2: literal = '' } of text.matchAll(wrapped)) {
    const from = index + whole.length - 1 - literal.length;
    found.push(...spanOf('password', { from, literal }));
  }
  for (const pattern of [piped, encoded]) {
    for (const { index, 0: whole, 1: secret = '' } of text.matchAll(pattern)) {
      const from = index + whole.lastIndexOf(`:${secret}`) + 1;
      found.push(...spanOf('client_secret', { from, literal: secret }));
    }
  }
  return found;
}
