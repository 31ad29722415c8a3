import { encodeBase64Url } from '#protocol/base64url.ts';
import { decodeForm, encodeForm, type FormPair } from '#protocol/form.ts';
import type { Random } from '#protocol/random.ts';
import { type AuthorizeRequest, parameter } from '../../checks/authorize/request.ts';
import { wishesOf, wishNames } from '../../checks/authorize/wishes.ts';
import type { Incoming } from '../../wire/incoming.ts';
import type { TransactionRecord } from '../../store/records.ts';
import type { Caller } from '../../wire/caller.ts';

export const authorizePath = '/restapi/oauth/authorize';

/** How long a sign-in may stand open, in milliseconds: long enough to read every page of a guide. */
export const transactionLifetime = 60 * 60 * 1000;

/** Parameters that make the same request again; credentials and unknown ones stay out. */
const repeatable = [
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
  ...wishNames,
];

/**
 * The id of a form: a part that stays through the sign-in, for the event log,
 * and a secret part that each form has of its own.
 */
function newId(random: Random, stable = encodeBase64Url(random.bytes(9))): string {
  return `${stable}.${encodeBase64Url(random.bytes(18))}`;
}

/** The part of a transaction's id that all its forms share. */
export function traceIdOf(id: string): string {
  return id.split('.', 1)[0] ?? '';
}

/** Whose share a sign-in is counted in: a browser that brought its cookie is the reader's. */
function callerOfSignIn({ isNewBrowser, caller }: Incoming): Caller {
  return isNewBrowser ? caller : 'page';
}

/** A transaction for a request that has passed every check. */
export function openTransaction(
  request: AuthorizeRequest,
  from: Incoming,
  random: Random,
): TransactionRecord {
  const { app, redirectUri, redirectUriSent, responseType, scopes } = request;
  if (!app || redirectUri === undefined || !responseType) throw new Error('checks have not passed');
  const state = parameter(request, 'state');
  const wishes = wishesOf(request);
  return {
    id: newId(random),
    browser: from.browser,
    caller: callerOfSignIn(from),
    clientId: app.clientId,
    redirectUri,
    redirectUriSent,
    responseType,
    scopes,
    ...(state !== undefined && { state }),
    ...(request.codeChallenge !== undefined && { codeChallenge: request.codeChallenge }),
    ...(request.codeChallengeMethod && { codeChallengeMethod: request.codeChallengeMethod }),
    ...(Object.keys(wishes).length > 0 && { wishes }),
    createdAt: from.now,
  };
}

/**
 * The same transaction for the next form: its id is spent, so it gets a new one. Whoever pressed
 * the form before read its id and came with its browser's cookie, so it is the reader's.
 */
export function nextForm(
  transaction: TransactionRecord,
  random: Random,
  userId: number | undefined,
): TransactionRecord {
  const id = newId(random, traceIdOf(transaction.id));
  const next: TransactionRecord = { ...transaction, id, caller: 'page' };
  delete next.userId;
  return userId === undefined ? next : { ...next, userId };
}

/** The request as a query that begins it again. */
export function againQuery(request: AuthorizeRequest): string {
  const pairs = repeatable.flatMap((name): FormPair[] => {
    const value = parameter(request, name);
    return value === undefined ? [] : [[name, value]];
  });
  return encodeForm(pairs);
}

/** The same from what an open sign-in remembers, so that its pages' addresses need not carry it. */
export function againOf(transaction: TransactionRecord): string {
  const { responseType, clientId, redirectUri, redirectUriSent, scopes, state } = transaction;
  const pairs: [string, string | undefined][] = [
    ['response_type', responseType],
    ['client_id', clientId],
    ['redirect_uri', redirectUriSent ? redirectUri : undefined],
    ['scope', scopes.join(' ')],
    ['state', state],
    ['code_challenge', transaction.codeChallenge],
    ['code_challenge_method', transaction.codeChallengeMethod],
    ...Object.entries(transaction.wishes ?? {}),
  ];
  return encodeForm(pairs.flatMap(([name, value]): FormPair[] => (value ? [[name, value]] : [])));
}

/**
 * The address that begins a request again, from what a form carried. It is only
 * ever a query on this server's own endpoint, where every check runs anew, so
 * a forged one is worth no more than a link.
 */
export function againPath(carried: string | undefined): string | undefined {
  const form = decodeForm(carried ?? '');
  if (form.kind === 'malformed') return undefined;
  const pairs = form.pairs.filter(([name]) => repeatable.includes(name));
  return pairs.length === 0 ? undefined : `${authorizePath}?${encodeForm(pairs)}`;
}
