import type { JSX } from 'preact';
import type { AccountFacts } from '#app-settings/facts.ts';
import { brandNames } from '#islands/app-form/words.ts';
import type { Checker } from './model/checker.ts';

function factsInWords(facts: AccountFacts): string {
  return [
    facts.ssoEnforced && 'single sign-on is enforced',
    facts.mfaRequired && 'sign-in needs a second factor',
    facts.thirdPartyAppsAccess === false && 'users lack Third Party Apps Access',
    facts.otherCompanies && 'users of other companies sign in',
    facts.brandEnvironment &&
      facts.brandEnvironment !== 'ringcentral' &&
      `accounts of ${brandNames[facts.brandEnvironment]}`,
  ]
    .filter(Boolean)
    .join('; ');
}

/** The settings in words: on paper a form is no use. */
export function Printed({ checker }: { checker: Checker }): JSX.Element {
  const [{ redirectUris, scopes, issueRefreshTokens, name }] = checker.settings.value;
  const lines: [string, string][] = [
    ['App', `${name}: ${checker.description.value}`],
    ['Refresh tokens', issueRefreshTokens ? 'issued' : 'not issued'],
    ['Redirect URIs', redirectUris.join(', ') || 'none'],
    ['Scopes', scopes.join(', ') || 'none'],
    ['Account', factsInWords(checker.draft.value.facts) || 'the ordinary case'],
  ];
  return (
    <dl class="ck-printed">
      {lines.map(([term, words]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
