import { ruleOf } from '#app-settings/rules/index.ts';
import type { Draft } from '../../finding.ts';
import { forbiddenBy } from '../../rules/forbidden-by.ts';
import { flowOf } from '../flow-of.ts';
import type { PasteCase } from '../paste-case.ts';
import type { Answer } from './answer.ts';

const ofGrants = new Set(['OAU-112', 'OAU-125', 'OAU-152', 'OAU-251', 'OAU-270']);

/** X12: over for every app; the settings cannot bring it back. */
function passwordEnded({ topics }: PasteCase, isShown: boolean): Draft {
  const { words, source, id } = ruleOf('X12');
  return {
    id,
    who: 'developer',
    title: `The password flow has ended at RingCentral, so this login is refused (${id})`,
    certainty: isShown ? 'certain' : 'likely',
    why: `${words} User name, extension and password may all be right.`,
    fix: topics.has('many users')
      ? 'Let the program sign in with a JWT instead. A JWT acts for one user: each user whose number it uses makes a JWT for the app’s client id, or signs in once (authorization code) and the program keeps that refresh token.'
      : 'Use a JWT for a program that runs by itself. If users sit in front of it, send them to the sign-in page (authorization code with PKCE). You need another app, or another method in this app.',
    sources: [
      { label: 'Move off the password flow', href: '/guides/move-off-the-password-flow/' },
      ...source,
    ],
  };
}

/** X21: the app has no redirect URI, by its settings or by the server’s own word. */
function noRedirectUri({ beside: { settings } }: PasteCase): Draft | undefined {
  if (!settings || settings.redirectUris.length > 0) return undefined;
  const lacksMethod = settings.portal === 'current' && !settings.methods?.includes('three-legged');
  const rule = ruleOf('X21');
  return {
    id: rule.id,
    who: 'developer',
    title: 'The app has no redirect URI, so nobody can sign in to it',
    why: lacksMethod
      ? `${rule.words} The app signs in with a JWT, which needs none: it is for a program, not for a sign-in window.`
      : rule.words,
    fix: lacksMethod
      ? 'Make a second app with the method “3-legged OAuth flow” and register the redirect URI there, letter for letter. Keep the first one for the script.'
      : 'Register the redirect URI in the app’s settings, letter for letter as the program sends it.',
    setting: { rule: rule.id, clientId: '', changes: ['Add the redirect URI.'] },
    sources: [...rule.source],
  };
}

/** CMN-401: whether the app has the permission that the answer names. */
function permissionOfApp({ beside: { settings }, recognised }: PasteCase): Draft | undefined {
  const needed = /\[(\w+)\] permission/.exec(recognised.text)?.[1];
  if (!settings || needed === undefined) return undefined;
  const has = settings.scopes.includes(needed);
  return {
    id: 'LINT-259',
    who: 'developer',
    title: has
      ? `The app has the permission ${needed}, and this token was issued before it had`
      : `The app does not have the permission ${needed}`,
    certainty: has ? 'likely' : 'certain',
    why: 'The sign-in decides what a token may do. The token itself is valid.',
    fix: has
      ? 'Sign in again, so that the new token has it: a refresh does not add a permission.'
      : `Add ${needed} to the app’s permissions, then sign in again: a refresh does not add it.`,
  };
}

/**
 * What the app's settings decide about a refusal, where they are known and the rule book has a rule.
 */
export function decidedBySettings(paste: PasteCase, answer: Answer): Draft | undefined {
  const { settings } = paste.beside;
  if (answer.code === 'OAU-113') return noRedirectUri(paste);
  if (answer.code === 'CMN-401') return permissionOfApp(paste);
  if (!ofGrants.has(answer.code)) return undefined;
  const asked =
    answer.code === 'OAU-112' || answer.code === 'OAU-152'
      ? { flow: 'implicit' as const, isShown: true }
      : flowOf(paste, answer.pasted);
  if (!asked) return undefined;
  const isProven = asked.isShown && answer.isNamed;
  const forbidden = settings && forbiddenBy(settings, asked.flow);
  if (asked.flow === 'password' && !forbidden) return passwordEnded(paste, isProven);
  if (!forbidden) return undefined;
  const { changes, ...words } = forbidden;
  const instead =
    asked.flow === 'implicit'
      ? ' Use authorization code with PKCE.'
      : asked.flow === 'password'
        ? ' Sign in with a JWT, or let the user sign in (authorization code with PKCE).'
        : '';
  return {
    ...words,
    who: 'developer',
    certainty: isProven ? 'certain' : 'likely',
    fix: `${words.fix}${instead}`,
    setting: { rule: words.id, clientId: '', changes },
  };
}
