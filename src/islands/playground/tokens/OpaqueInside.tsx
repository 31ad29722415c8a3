import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { InspectedToken } from '#islands/sandbox-api/sandbox-api.ts';
import type { Values } from '../model/values.ts';
import { inZone } from './in-zone.ts';

type Known = Extract<InspectedToken, { clientId: string }>;

const statuses: Record<Known['status'], string> = {
  live: 'Good',
  expired: 'Expired',
  replaced: 'Used: a new one replaced it; for a short while it still works',
  ended: 'Ended: replaced or revoked',
};

function rowsOf(known: Known): [string, string][] {
  return [
    ['What', known.kind === 'access-token' ? 'An access token' : 'A refresh token'],
    ['State', statuses[known.status]],
    ['For', `extension ${known.extensionNumber ?? known.extensionId}`],
    ['App', known.clientId],
    ['May', known.scopes.join(', ')],
    ['Made', inZone(known.issuedAt)],
    ['Until', inZone(known.expiresAt)],
    ['Session', known.sessionEnded ? `${known.sessionId}, ended` : known.sessionId],
  ];
}

/** A text without meaning to your app; the server looks it up. The sandbox tells what it finds. */
export function OpaqueInside({ token, values }: { token: string; values: Values }): JSX.Element {
  const found = useSignal<InspectedToken | 'asking' | 'unreachable' | undefined>(undefined);
  const ask = async (): Promise<void> => {
    found.value = 'asking';
    found.value = (await values.inspect(token)) ?? 'unreachable';
  };
  const told = found.value;
  return (
    <div class="pg-inside-parts">
      <p class="pg-note">
        It is opaque, without claims, and has {token.length} characters that mean nothing to your
        app. The server looks up the whole text. Do not read it, cut it or rely on its length.
      </p>
      <div class="pg-buttons" hidden={!values.inspects}>
        <button
          type="button"
          class="pg-button pg-button-small"
          aria-disabled={told === 'asking' || undefined}
          onClick={() => {
            if (told !== 'asking') void ask();
          }}
        >
          {told === undefined ? 'Ask the sandbox what it means' : 'Ask again'}
        </button>
      </div>
      <div aria-live="polite">
        {told === 'unreachable' ? (
          <p class="pg-note">The sandbox did not answer.</p>
        ) : typeof told === 'object' && told.kind === 'unknown' ? (
          <p class="pg-note">
            The sandbox does not know it
            {told.ownShape ? ', though it looks like one of its own: it ended long ago.' : '.'}
          </p>
        ) : typeof told === 'object' ? (
          <dl class="pg-inside">
            {rowsOf(told).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        ) : null}
      </div>
      <p class="pg-note">
        RingCentral has no call for this.
        {values.inspects ? ' The sandbox has one, to teach.' : ''}
      </p>
    </div>
  );
}
