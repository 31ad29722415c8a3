import { wireError } from '#protocol/errors/codes.ts';
import type { Fault } from '#protocol/errors/fault.ts';
import { helpLinks } from '../../wire/help-links.ts';
import type { Incoming } from '../../wire/incoming.ts';
import { demoAccountId, demoPassword, demoUsers, defaultUser } from '../../demo/users.ts';
import type { AppRecord, TransactionRecord, UserRecord } from '../../store/records.ts';
import { type SignInProblem, signInView } from '../../views/sign-in.ts';
import { hinted } from '../../views/wishes.ts';
import { page } from './page-response.ts';
import { authorizePath } from './transaction.ts';
import type { PlainResponse } from '../../wire/plain-response.ts';

/** What cancelling sends: RingCentral's own text. */
export const denied: Fault = { code: 'SANDBOX-AUTHORIZE-3', rule: 'AS-055' };

/** Refusals of a user that an app may be told of: the code with the rule behind it. */
const returnable = { 'CMN-408': 'X23', 'OAU-141': 'AS-055', 'SANDBOX-USER-1': 'X16' } as const;

function isReturnable(code: string): code is keyof typeof returnable {
  return Object.hasOwn(returnable, code);
}

/** The fault behind the pressed `cancel` button, whose value names a refusal that the page told of. */
export function cancelFault(value: string): Fault {
  return isReturnable(value)
    ? { code: value, rule: returnable[value], error: 'access_denied' }
    : denied;
}

/** The sign-in page, 200 at first, 400 when it tells of a problem. */
export function signInPage(
  incoming: Incoming,
  view: {
    transaction: TransactionRecord;
    again: string;
    app: AppRecord;
    selected?: UserRecord;
    password?: string;
    problem?: SignInProblem;
    status?: 429;
  },
): Promise<PlainResponse> {
  const { transaction, again, app, problem } = view;
  const { wishes = {} } = transaction;
  return page(
    incoming,
    view.status ?? (problem ? 400 : 200),
    signInView({
      action: `${authorizePath}/sign-in`,
      transactionId: transaction.id,
      again,
      app,
      users: demoUsers,
      selected: view.selected ?? hinted(wishes.login_hint ?? '') ?? defaultUser,
      wishes,
      password: view.password ?? demoPassword,
      ownAccountId: demoAccountId,
      ...(problem && { problem }),
    }),
    problem && { link: helpLinks(incoming, problem.code) },
  );
}

export const wrongPassword: SignInProblem = {
  title: 'The password does not belong to this extension',
  explanation: `Every demo user has ${demoPassword}. Nothing was sent to the app.`,
  rule: 'AS-137',
};

/** The page is the reader's own and says in words what no answer of the token endpoint does. */
export const tooManyPasswords = (seconds: number): SignInProblem => ({
  title: 'Too many wrong passwords',
  explanation: `This extension takes no password for ${seconds} ${seconds === 1 ? 'second' : 'seconds'}, not even the right one: the policy’s failureLimit slows down who guesses. Wait, or choose another extension. Nothing was sent to the app.`,
  rule: 'AS-139',
});

/**
 * Why this user may not sign in to this app, or nothing. A second factor and
 * single sign-on stand in the way of the password grant alone: here RingCentral's
 * own pages would ask for them, and the sandbox takes them as passed.
 */
export function signInProblem(app: AppRecord, user: UserRecord): SignInProblem | undefined {
  if (user.disabled) {
    return {
      title: `Extension ${user.extensionNumber} is disabled`,
      explanation: `RingCentral answers “${wireError('OAU-141').message}” An administrator can enable it; here, choose another.`,
      code: 'OAU-141',
      rule: returnable['OAU-141'],
    };
  }
  if (!user.thirdPartyAppsAccess) {
    return {
      title: `Extension ${user.extensionNumber} may not use third-party apps`,
      explanation: `Its role lacks the permission Third Party Apps Access, so RingCentral refuses every OAuth sign-in with “${wireError('CMN-408').message}”. An administrator can grant it; here, choose another.`,
      code: 'CMN-408',
      rule: returnable['CMN-408'],
    };
  }
  if (app.audience === 'private' && user.accountId !== demoAccountId) {
    return {
      title: 'This app is private to another company',
      explanation:
        'A private app signs in users of the company that made it. Users of other companies need a public app. RingCentral’s own code for this was not found, so the sandbox has one of its own.',
      code: 'SANDBOX-USER-1',
      rule: returnable['SANDBOX-USER-1'],
    };
  }
  return undefined;
}
