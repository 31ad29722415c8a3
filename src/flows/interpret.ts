import type { Exchange } from '#protocol/exchange.ts';
import type { StepOutcome } from './flow.ts';
import type { Task } from './task.ts';

/** The members of a JSON object, or undefined when the text is anything else. */
export function jsonMembers(text: string | undefined): Record<string, unknown> | undefined {
  if (text === undefined) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
    return { ...parsed };
  } catch {
    return undefined;
  }
}

/** Which member says how long which value lives (RFC 6749 section 5.1; the second is RingCentral's). */
const lifetimeMembers = { access_token: 'expires_in', refresh_token: 'refresh_token_expires_in' };

/**
 * What an answer means for the flow: done with the values that it brought, refused, or unreachable.
 * A token answer without an access token counts as refused: there is nothing to go on with.
 *
 * @param task what the step that was sent does: `taskOf`
 * @param exchange what came of it
 */
export function interpret(task: Task, exchange: Exchange): StepOutcome {
  const { response } = exchange;
  if (!response) return { kind: 'unreachable', exchange };
  if (response.status < 200 || response.status > 299) return { kind: 'refused', exchange };
  const values: Extract<StepOutcome, { kind: 'done' }>['values'] = {};
  if (task === 'token' || task === 'refresh') {
    const members = jsonMembers(response.body);
    for (const [name, lifetimeMember] of Object.entries(lifetimeMembers)) {
      const value = members?.[name];
      const lifetime = Number(members?.[lifetimeMember]);
      if (typeof value !== 'string' || value === '') continue;
      values[name] = { value, ...(lifetime > 0 ? { lifetimeSeconds: lifetime } : {}) };
    }
    if (values['access_token'] === undefined) return { kind: 'refused', exchange };
  }
  return { kind: 'done', values, exchange };
}
