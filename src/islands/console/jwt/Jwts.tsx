import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { JwtView } from '#islands/sandbox-api/sandbox-api.ts';
import type { Console } from '../model/console.ts';
import { momentText } from '../model/moment.ts';
import { Confirm } from '../parts/Confirm.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { JwtForm } from './JwtForm.tsx';

function Credential({ console, jwt }: { console: Console; jwt: JwtView }): JSX.Element {
  const asking = useSignal(false);
  const user = jwt.extensionNumber ?? 'unknown';
  const over = jwt.expiresAt !== undefined && jwt.expiresAt <= console.now();
  return (
    <li class="cs-row cs-row-open" data-jwt={jwt.id}>
      <div class="cs-row-words">
        <p>
          <b>Extension {user}</b>
          {jwt.companyNumber ? ` of ${jwt.companyNumber}` : ''}
        </p>
        <p class="pg-note">
          {jwt.clientIds ? `For ${jwt.clientIds.join(', ')}` : 'For all apps of the company'}
        </p>
        <p class="pg-note pg-figures">
          Made {momentText(jwt.createdAt)},{' '}
          {jwt.expiresAt === undefined
            ? 'does not expire'
            : `${over ? 'expired' : 'expires'} ${momentText(jwt.expiresAt)}`}
        </p>
      </div>
      <button
        type="button"
        class="pg-button pg-button-small"
        aria-expanded={asking.value}
        aria-label={`Revoke the credential of extension ${user} made ${momentText(jwt.createdAt)}`}
        onClick={() => (asking.value = !asking.value)}
      >
        Revoke
      </button>
      {asking.value ? (
        <Confirm
          question="Revoke this credential?"
          detail="A program that has its text gets no more tokens with it. Sessions that it started continue until they end. You cannot undo this."
          yes="Revoke the credential"
          no="Keep it"
          onYes={() => console.revokeJwt(jwt.id)}
          onDone={() => (asking.value = false)}
        />
      ) : null}
    </li>
  );
}

/** The credentials that stand in for a user: made here as in RingCentral's console, and traded for a token. */
export function Jwts({ console }: { console: Console }): JSX.Element {
  return (
    <div class="cs-two">
      <JwtForm console={console} />
      <section class="cs-card" aria-labelledby="cs-jwts">
        <div class="cs-card-head">
          <h2 id="cs-jwts">Credentials</h2>
        </div>
        <Waiting loaded={console.jwts.value} what="the JWT credentials">
          {(jwts) =>
            jwts.length === 0 ? (
              <p class="cs-empty">None yet. The form makes the first one.</p>
            ) : (
              <ul class="cs-rows">
                {jwts.map((jwt) => (
                  <Credential key={jwt.id} console={console} jwt={jwt} />
                ))}
              </ul>
            )
          }
        </Waiting>
      </section>
    </div>
  );
}
