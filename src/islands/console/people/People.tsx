import type { JSX } from 'preact';
import type { SessionView, UserView } from '#islands/sandbox-api/sandbox-api.ts';
import { demoAccountId } from '#sandbox/demo/users.ts';
import { spacedNumber, userWords } from '#sandbox/views/demo-user-words.ts';
import type { Console } from '../model/console.ts';
import { momentText } from '../model/moment.ts';
import { placeLink } from '../model/place.ts';
import { Copyable } from '../parts/Copyable.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { WorkButton } from '../parts/WorkButton.tsx';

function Session({ console, session }: { console: Console; session: SessionView }): JSX.Element {
  const app = console.apps.value.value?.find(({ clientId }) => clientId === session.clientId);
  const user = session.extensionNumber ?? String(session.userId);
  return (
    <li class="cs-row" data-session={session.sessionId}>
      <div class="cs-row-words">
        <p>
          <b>Extension {user}</b> in{' '}
          <a href={placeLink({ section: 'apps', app: session.clientId })}>
            {app?.name ?? session.clientId}
          </a>
        </p>
        <p class="pg-note">
          <code>{session.grantType}</code>, scopes {session.scopes.join(' ') || 'none'}
        </p>
        <p class="pg-note pg-figures">
          Since {momentText(session.createdAt)}, last used {momentText(session.lastUsedAt)}, on the
          sandbox’s clock
        </p>
      </div>
      <WorkButton
        class="pg-button pg-button-small"
        label={`Revoke the session of extension ${user} in ${app?.name ?? session.clientId}`}
        onPress={() => console.endSession(session.sessionId)}
      >
        Revoke
      </WorkButton>
    </li>
  );
}

function User({ console, user }: { console: Console; user: UserView }): JSX.Element {
  const { is, shows } = userWords(user, demoAccountId);
  return (
    <li class="cs-row">
      <div class="cs-row-words">
        <p>
          <b>Extension {user.extensionNumber}</b> of {spacedNumber(user.companyNumber)}
        </p>
        <p>
          {is}: {shows}.
        </p>
        <p class="cs-user-names">
          <Copyable
            text={`${user.companyNumber}*${user.extensionNumber}`}
            name="the user name"
            say={console.say}
          />
          <Copyable text={user.email} name="the e-mail address" say={console.say} />
        </p>
      </div>
    </li>
  );
}

/** Who can sign in, and who has. */
export function People({ console }: { console: Console }): JSX.Element {
  const password = console.users.value.value?.[0]?.password;
  return (
    <div class="cs-two">
      <section class="cs-card" aria-labelledby="cs-sessions">
        <div class="cs-card-head">
          <h2 id="cs-sessions" tabIndex={-1} data-arrive>
            Live sessions
          </h2>
          <WorkButton class="pg-button pg-button-small" onPress={() => console.reload()}>
            Look again
          </WorkButton>
        </div>
        <p class="pg-note">
          One sign-in of one user in one app, with all its tokens. A revoked session is like an
          administrator’s sign-out: the API refuses your app’s next request.
        </p>
        <Waiting loaded={console.sessions.value} what="the sessions">
          {(sessions) =>
            sessions.length === 0 ? (
              <p class="cs-empty">
                Nobody is signed in. <a href="/playground/">Run a flow</a>, and its session appears
                here.
              </p>
            ) : (
              <ul class="cs-rows">
                {sessions.map((session) => (
                  <Session key={session.sessionId} console={console} session={session} />
                ))}
              </ul>
            )
          }
        </Waiting>
      </section>
      <section class="cs-card" aria-labelledby="cs-users">
        <div class="cs-card-head">
          <h2 id="cs-users">Demo users</h2>
        </div>
        <p class="pg-note">
          All have the password {password ? <code>{password}</code> : 'that the sign-in page shows'}
          . Each but the first shows one case.
        </p>
        <Waiting loaded={console.users.value} what="the users">
          {(users) => (
            <ul class="cs-rows">
              {users.map((user) => (
                <User key={user.extensionId} console={console} user={user} />
              ))}
            </ul>
          )}
        </Waiting>
      </section>
    </div>
  );
}
