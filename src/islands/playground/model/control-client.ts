import type { Core } from './core.ts';

export type ControlAnswer =
  { kind: 'answered'; status: number; body: unknown } | { kind: 'unreachable' };

/**
 * One call of the sandbox's control API. What comes back is unknown until a schema has read it.
 *
 * @param path below `/sandbox/api`
 * @param body sent as JSON; left out, the call has none
 */
export async function callControl(
  { server, surroundings }: Pick<Core, 'server' | 'surroundings'>,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
): Promise<ControlAnswer> {
  const url = `${server.value.origin}/sandbox/api${path}`;
  const content =
    body === undefined
      ? {}
      : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  try {
    const response = await surroundings.fetch(new Request(url, { method, ...content }));
    const text = await response.text();
    const parsed: unknown = text === '' ? undefined : JSON.parse(text);
    return { kind: 'answered', status: response.status, body: parsed };
  } catch {
    return { kind: 'unreachable' };
  }
}
