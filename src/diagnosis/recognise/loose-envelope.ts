import { isErrorCode } from '#protocol/errors/codes.ts';
import { answerPiece } from './error-body.ts';
import type { Piece } from './known-parts.ts';

const member =
  /(?<![?#&\w])["'[]{0,2}\b(error_description|errorCode|error|message|permissionName|status)\b["'\]]{0,2}\s{0,3}(?:=>|[:=])\s{0,8}(?:string\(\d{1,5}\)\s{0,3})?(?:"([^"\n]{0,300})|'([^'\n]{0,300})|([^\s"'{}[\]()=>,][^\n]{0,300}))/g;
/** What RFC 6749, 6750 and RingCentral have for `error`; another word is a sentence's. */
const known =
  /^(?:invalid_\w{4,20}|unauthorized_client|access_denied|unsupported_\w{4,20}|server_error|temporarily_unavailable|service_unavailable|insufficient_scope)\b/;
const code = /^(?:OAU|CMN|AGW|SANDBOX-\w{2,12})-\d{1,3}\b/;
const mostMembers = 400;
const apart = 250;

interface Member {
  name: string;
  value: string;
  from: number;
  to: number;
}

function membersIn(text: string): Member[] {
  const found: Member[] = [];
  for (const { index, 0: whole, 1: name = '', 2: double, 3: single, 4: bare } of text.matchAll(
    member,
  )) {
    const value = (double ?? single ?? bare ?? '').trimEnd();
    found.push({
      name,
      value: value.replace(/[,;]$/, ''),
      from: index,
      to: index + whole.trimEnd().length,
    });
    if (found.length >= mostMembers) break;
  }
  return found;
}

/** Members that stand together: an envelope whose notation nobody parses. */
function* groupsOf(all: readonly Member[]): Generator<Member[]> {
  let group: Member[] = [];
  for (const each of all) {
    const last = group.at(-1);
    const isSame = group.some(({ name }) => name === each.name && each.name !== 'message');
    if (last && (each.from - last.to > apart || isSame)) {
      yield group;
      group = [];
    }
    group.push(each);
  }
  if (group.length > 0) yield group;
}

const valueOf = (group: readonly Member[], name: string): string | undefined =>
  group.find((each) => each.name === name)?.value;

function pieceOf(group: readonly Member[]): Piece | undefined {
  const error = known.exec(valueOf(group, 'error') ?? '')?.[0];
  const errorCode = code.exec(valueOf(group, 'errorCode') ?? '')?.[0];
  const isCode =
    errorCode !== undefined && (isErrorCode(errorCode) || !errorCode.startsWith('SANDBOX'));
  if (error === undefined && !isCode) return undefined;
  const description = valueOf(group, 'error_description');
  const message = valueOf(group, 'message') ?? description;
  const permissionName = valueOf(group, 'permissionName');
  const status = Number(/^[1-5]\d\d$/.exec(valueOf(group, 'status') ?? '')?.[0]);
  const entry = {
    ...(isCode ? { errorCode } : {}),
    ...(message === undefined ? {} : { message }),
    ...(permissionName === undefined ? {} : { permissionName }),
  };
  const body = JSON.stringify({
    ...(error === undefined ? {} : { error }),
    ...(isCode ? { errors: [entry] } : {}),
    ...(description === undefined ? {} : { error_description: description }),
    ...(isCode || message === undefined ? {} : { message }),
  });
  return answerPiece(
    { body, isGrant: false, ...(Number.isNaN(status) ? {} : { status }) },
    { from: group[0]?.from ?? 0, to: group.at(-1)?.to ?? 0 },
    // Nobody knows what the notation left out.
    true,
  );
}

/**
 * Error envelopes in a notation that is none of an object: lines without braces, YAML, PHP's
 * `print_r` and `var_dump`, a block of `key: "value"`.
 *
 * @param text repaired
 * @returns the members that were found, as the envelope that they are of
 */
export function looseEnvelopes(text: string): Piece[] {
  if (!text.includes('error')) return [];
  return [...groupsOf(membersIn(text))].flatMap((group) => pieceOf(group) ?? []);
}
