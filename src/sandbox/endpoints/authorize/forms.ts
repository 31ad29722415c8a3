import { isPasswordOf } from '../../checks/user/password.ts';
import type { Services } from '../../context.ts';
import type { Incoming } from '../../wire/incoming.ts';
import { encodeForm } from '#protocol/form.ts';
import { findUser, userById } from '../../demo/users.ts';
import { attempt, type Outcome, tooMany, userSubject } from '../../checks/failure-limit.ts';
import type { AppRecord, UserRecord } from '../../store/records.ts';
import { consentView } from '../../views/consent.ts';
import { issueCode } from './issue-code.ts';
import { issueToken } from './issue-token.ts';
import { type OpenForm, openForm, shownForm } from './open-form.ts';
import { page, redirect } from './page-response.ts';
import { refuseByRedirect, refuseHere } from './refuse.ts';
import {
  cancelFault,
  denied,
  signInPage,
  signInProblem,
  tooManyPasswords,
  wrongPassword,
} from './sign-in.ts';
import { againOf, authorizePath, nextForm } from './transaction.ts';
import { PlainResponse } from '../../wire/plain-response.ts';

/** Keeps the transaction open under a new id, for the page that comes next. */
async function keep(form: OpenForm, services: Services, userId?: number) {
  const transaction = nextForm(form.transaction, services.random, userId);
  await services.store.transactions.add(transaction);
  return transaction;
}

async function answerSignIn(form: OpenForm, incoming: Incoming, services: Services) {
  const { fields, target, app, again } = form;
  const cancel = fields.get('cancel');
  if (cancel !== undefined) return refuseByRedirect(target, cancelFault(cancel), incoming);
  const named = fields.get('user') ?? '';
  const user = findUser(named);
  const { failureLimit } = await services.policyFor(app.clientId);
  const outcome = await attempt(
    userSubject(user, named),
    isPasswordOf(user, fields.get('password') ?? ''),
    failureLimit,
    incoming,
    services,
  );
  const problem = problemOf(outcome, app, user);
  if (user && !problem) return goOn(form, incoming, services, user.extensionId);
  if (outcome.kind === 'limited') tooMany('AS-139', outcome.retryAfterSeconds, incoming);
  incoming.trace.rule = (problem ?? wrongPassword).rule;
  return signInPage(incoming, {
    transaction: await keep(form, services),
    again,
    app,
    ...(user && { selected: user }),
    ...(problem && { problem }),
    ...(outcome.kind === 'limited' && { status: 429 }),
  });
}

function problemOf(outcome: Outcome, app: AppRecord, user: UserRecord | undefined) {
  if (outcome.kind === 'limited') return tooManyPasswords(outcome.retryAfterSeconds);
  return user && outcome.kind === 'right' ? signInProblem(app, user) : wrongPassword;
}

/** The page of a transaction, as often as it is asked for: only its form is of one use. */
function pageOf({ transaction, app }: Pick<OpenForm, 'transaction' | 'app'>, incoming: Incoming) {
  const again = againOf(transaction);
  const user = transaction.userId === undefined ? undefined : userById(transaction.userId);
  if (!user) return signInPage(incoming, { transaction, again, app });
  const { scopes, redirectUri, responseType } = transaction;
  return page(
    incoming,
    200,
    consentView({
      action: `${authorizePath}/consent`,
      transactionId: transaction.id,
      again,
      app,
      user,
      scopes,
      redirectUri,
      receives: responseType,
    }),
  );
}

/**
 * Sends the browser to the next page by GET, so that Back and a reload show a page and ask nobody
 * whether a form is to be sent again.
 */
async function goOn(form: OpenForm, incoming: Incoming, services: Services, userId?: number) {
  const transaction = await keep(form, services, userId);
  const query = encodeForm([['transaction', transaction.id]]);
  const name = userId === undefined ? 'sign-in' : 'consent';
  return redirect(incoming, `${authorizePath}/${name}?${query}`);
}

async function answerConsent(form: OpenForm, incoming: Incoming, services: Services) {
  const { fields, transaction, target, app } = form;
  if (fields.has('deny')) return refuseByRedirect(target, denied, incoming);
  if (app.acts?.refuseNextConsent) {
    await services.store.apps.put({ ...app, acts: { ...app.acts, refuseNextConsent: false } });
    return refuseByRedirect(target, denied, incoming);
  }
  const user = transaction.userId === undefined ? undefined : userById(transaction.userId);
  if (!user || fields.has('switch')) return goOn(form, incoming, services);
  const issue = transaction.responseType === 'token' ? issueToken : issueCode;
  return redirect(incoming, await issue(form, user, incoming, services));
}

/**
 * Answers the two forms, and shows their pages: sign-in leads to consent, consent to the app. Each
 * form works once; a refused sign-in and a change of user come with a new one.
 */
export async function answerForm(incoming: Incoming, services: Services): Promise<PlainResponse> {
  const shows = incoming.method === 'GET' && incoming.query !== '';
  if (!shows && incoming.method !== 'POST') {
    const fault = { code: 'SANDBOX-REQUEST-3', rule: 'AS-013', status: 405 } as const;
    const policy = await services.policyFor();
    return refuseHere(fault, incoming, { policy }, { headers: { allow: 'POST' } });
  }
  if (shows) {
    const open = await shownForm(incoming, services);
    return open instanceof PlainResponse ? open : pageOf(open, incoming);
  }
  const form = await openForm(incoming, services);
  if (form instanceof PlainResponse) return form;
  return incoming.path.endsWith('/consent')
    ? answerConsent(form, incoming, services)
    : answerSignIn(form, incoming, services);
}
