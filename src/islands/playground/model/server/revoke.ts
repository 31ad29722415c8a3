import type { FormPair } from '#protocol/form.ts';
import { encodeForm } from '#protocol/form.ts';
import { send } from '#flows/send.ts';
import type { SendTools } from '#flows/send.ts';
import { makeBasic } from '#protocol/make-basic.ts';
import type { HeldValue } from '../kept-state.ts';
import { isRingCentralLike } from './adapt.ts';
import type { Room } from './room.ts';

/** What became of one token. */
export interface Revoked {
  name: 'access_token' | 'refresh_token';
  outcome: 'revoked' | 'refused' | 'no-answer' | 'no-endpoint';
  /** The answer's status, or why there is none. */
  answer: string;
  /** When it ends by itself, in milliseconds since the epoch. */
  ends?: number;
}

const endOf = ({ at, lifetimeSeconds }: HeldValue): { ends?: number } =>
  lifetimeSeconds === undefined ? {} : { ends: at + lifetimeSeconds * 1000 };

/**
 * Revokes every session that this tab holds at the server. At RingCentral one token ends its session;
 * elsewhere each of the two is revoked (RFC 7009 section 2.1).
 */
export async function revokeAll(room: Room, tools: SendTools): Promise<Revoked[]> {
  const { choice, server, credentials, sessions } = room;
  const { clientId, secret } = credentials.peek();
  const { origin, endpoints } = server.peek();
  const url = endpoints ? endpoints.revoke : `${origin}/restapi/oauth/revoke`;
  const oneIsEnough = isRingCentralLike(choice.peek());
  const results: Revoked[] = [];

  const revoke = async (name: Revoked['name'], held: HeldValue): Promise<void> => {
    if (url === undefined) {
      results.push({
        name,
        outcome: 'no-endpoint',
        answer: 'no revocation endpoint',
        ...endOf(held),
      });
      return;
    }
    const form: FormPair[] = [['token', held.value]];
    if (secret === '') form.push(['client_id', clientId]);
    const { response, failure } = await send(
      {
        method: 'POST',
        url,
        headers: [
          ['Content-Type', 'application/x-www-form-urlencoded'],
          ...(secret === ''
            ? []
            : [['Authorization', makeBasic(clientId, secret)] as [string, string]]),
        ],
        body: encodeForm(form),
      },
      { from: 'app', to: 'authorization-server' },
      tools,
    );
    const good = response !== undefined && response.status >= 200 && response.status < 300;
    results.push({
      name,
      outcome: good ? 'revoked' : response ? 'refused' : 'no-answer',
      answer: response ? String(response.status) : (failure?.message ?? ''),
      ...(good ? {} : endOf(held)),
    });
  };

  for (const { access, refresh } of sessions.live.peek()) {
    const first = refresh ?? access;
    if (first) await revoke(refresh ? 'refresh_token' : 'access_token', first);
    if (refresh && access && !oneIsEnough) await revoke('access_token', access);
  }
  return results;
}
