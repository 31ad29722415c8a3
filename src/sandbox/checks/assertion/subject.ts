import { userById } from '../../demo/users.ts';
import { enabled, mayUseApps, ownCompany } from '../user/index.ts';
import { type AssertionCheck, parameters } from './check.ts';

/** A user as the subject names one: the extension id as text, as `owner_id` has it. */
export const subjectExists: AssertionCheck = (assertion) => {
  const { sub = '' } = assertion.claims ?? {};
  const user = /^\d{1,15}$/.test(sub) ? userById(Number(sub)) : undefined;
  if (!user) return { code: 'OAU-136', rule: 'AS-160', status: 400, parameters };
  assertion.user = user;
  return undefined;
};

/** What is asked of the user. Single sign-on and a second factor are no matter: no password is sent. */
export const subjectMaySignIn: AssertionCheck = ({ user }, { app, policy }) => {
  if (!user) throw new Error('subject-may-sign-in runs after subject-exists');
  for (const check of [enabled, ownCompany, mayUseApps]) {
    const fault = check(user, app, policy);
    if (fault) return fault;
  }
  return undefined;
};
