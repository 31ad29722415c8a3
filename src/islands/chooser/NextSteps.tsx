import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { AppSettings } from '#app-settings/app.ts';
import type { FlowOutcome } from '#app-settings/chooser/outcome.ts';
import { type RedirectKind, redirectProposals } from '#app-settings/chooser/redirect-proposals.ts';
import type { NewAppLink } from '#app-settings/new-app-link/write.ts';
import { type LanguageId, languageNames } from '#flows/language-names.ts';
import { CopyText } from '#islands/parts/CopyText.tsx';
import { Icon } from '#islands/parts/Icon.tsx';
import { readLanguage } from '#islands/storage/language.ts';
import { browserStorage } from '#islands/storage/storage.ts';
import { canTry } from '#islands/try-it/playground-link.ts';

/** What is behind the list before production (guides/from-sandbox-to-ringcentral), for each kind of app. */
const production: Record<RedirectKind | 'jwt', string> = {
  server: 'Use an https address in place of localhost, and a secret store.',
  page: 'Use an https address in place of localhost, and go through the security list.',
  extension: 'Use the address of the store’s id, and go through the security list.',
  phone: 'Tell the user of a refused sign-in, and go through the security list.',
  desktop: 'Tell the user of a refused sign-in, and go through the security list.',
  jwt: 'Keep secret and JWT in a secret store, and go through the security list.',
};

/** Where the code stands: a whole program where one is here, else the guide's. */
function codeFor(redirect: RedirectKind | undefined, language: LanguageId) {
  const name = languageNames[language];
  if (redirect === undefined) {
    return {
      words: `A whole script in ${name}: the token, then the first call.`,
      href: `/quick-start/password-flow/${language}/`,
    };
  }
  if (redirect === 'server') {
    return {
      words: `A whole program in ${name}: sign-in, call, refresh, sign-out.`,
      href: `/quick-start/authorization-flow/${language}/`,
    };
  }
  const isScript = redirect === 'page' || redirect === 'extension';
  return {
    words: isScript
      ? 'Sign-in, exchange and call in JavaScript; each request in six languages.'
      : 'Each request in six languages; the order of the calls as an example in JavaScript.',
    href: '/flows/auth-code-pkce/#on-the-wire',
  };
}

function Step({
  title,
  children,
  action,
}: {
  title: string;
  children: ComponentChildren;
  action: ComponentChildren;
}): JSX.Element {
  return (
    <li>
      <div>
        <b>{title}</b>
        <p>{children}</p>
      </div>
      {action}
    </li>
  );
}

/** From the answer to an app in production, in four steps. */
export function NextSteps({
  outcome: { flow, settings },
  app,
  link,
  say,
}: {
  outcome: FlowOutcome;
  app: AppSettings;
  /** Absent while a field holds what no portal takes. */
  link: NewAppLink | undefined;
  say: (message: string) => void;
}): JSX.Element {
  const language = useSignal<LanguageId>('node');
  useEffect(() => {
    language.value = readLanguage(browserStorage('localStorage')) ?? 'node';
  }, []);
  const { redirect } = settings;
  const code = codeFor(redirect, language.value);
  const [uri = ''] = app.redirectUris;
  return (
    <section class="ch-col" aria-labelledby="ch-next">
      <h3 id="ch-next">What happens next</h3>
      <ol>
        <Step
          title="Create the app"
          action={
            link ? (
              <a href={link.href} rel="noreferrer">
                Create it at RingCentral <Icon name="external" size={13} />
              </a>
            ) : null
          }
        >
          {link
            ? 'The link fills the form.'
            : 'Correct the marked field, and a link fills the form.'}
          {app.issueRefreshTokens ? (
            <>
              {' '}
              Set <b>Issue refresh tokens</b> to Yes by hand.
            </>
          ) : null}
        </Step>
        {redirect ? (
          <Step
            title="Register your address"
            action={link ? <CopyText text={uri} label="Copy" small announce={say} /> : null}
          >
            {link ? (
              <>
                Exactly <code>{uri}</code>
                {redirectProposals[redirect].forNow ? ', and the production one beside it.' : '.'}
              </>
            ) : (
              'Register exactly the one that your app sends.'
            )}
          </Step>
        ) : (
          <Step
            title="Make the credential"
            action={
              <a
                href="https://developers.ringcentral.com/console/my-credentials/create"
                rel="noreferrer"
              >
                Make it at RingCentral <Icon name="external" size={13} />
              </a>
            }
          >
            The user that it acts for makes a JWT credential and permits this app.
          </Step>
        )}
        <Step
          title="Put the code in your app"
          action={
            <span class="ch-step-acts">
              <a href={code.href}>
                See the code <Icon name="arrow" size={13} />
              </a>
              {canTry(flow) ? (
                <a href={`/playground/#flow=${flow}&server=ringcentral`}>
                  Run it at RingCentral <Icon name="arrow" size={13} />
                </a>
              ) : null}
            </span>
          }
        >
          {code.words}
        </Step>
        <Step
          title="Go to production"
          action={
            <a href="/guides/from-sandbox-to-ringcentral/#before-production">
              Checklist <Icon name="arrow" size={13} />
            </a>
          }
        >
          {production[redirect ?? 'jwt']}
        </Step>
      </ol>
    </section>
  );
}
