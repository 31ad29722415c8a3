import { type Exchange, type Headers } from '#protocol/exchange.ts';
import { makeBasic } from '#protocol/make-basic.ts';
import { recordedAnswers } from '#protocol/recorded/answers.ts';

const host = 'https://platform.ringcentral.com';

const entries = (record: unknown): Headers =>
  Object.entries((record ?? {}) as Record<string, unknown>).map(([name, value]) => [
    name,
    String(value),
  ]);

/** Where a record names whose credentials they were, some of that kind. */
function credentials([name, value]: Headers[number]): Headers[number] {
  if (name.toLowerCase() !== 'authorization' || !value.startsWith('Basic ')) return [name, value];
  if (value.includes('malformed')) return [name, 'Basic !!'];
  return [
    name,
    value.includes('xx') ? makeBasic('xx', 'xx') : makeBasic('app-of-mine', 'its-secret'),
  ];
}

/**
 * The recorded answers as a page would have met them: sent to RingCentral itself, and answered. What
 * a record does not tell, it lacks; one without a status counts as 400, as the guide's table has it.
 */
export function asReal(): { id: string; exchange: Exchange }[] {
  return recordedAnswers.flatMap(({ id, answer, ...record }) => {
    const request = record['request'] as
      { method: string; path: string; headers?: object; form?: object; query?: object } | undefined;
    if (!request?.path.startsWith('/')) return [];
    const path = request.path.split(/[ …]/)[0] ?? '';
    const query = request.query ? `?${new URLSearchParams(entries(request.query))}` : '';
    const { body } = answer;
    return [
      {
        id,
        exchange: {
          id,
          from: 'app',
          to: path.includes('/oauth/') ? 'authorization-server' : 'api',
          server: { kind: 'ringcentral', origin: host },
          startedAt: 0,
          request: {
            method: request.method,
            url: `${host}${path}${query}`,
            headers: entries(request.headers).map(credentials),
            ...(request.form
              ? { body: new URLSearchParams(entries(request.form)).toString() }
              : {}),
          },
          response: {
            status: answer.status ?? 400,
            headers: entries(answer['headers']),
            ...(body == null
              ? {}
              : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
          },
        } satisfies Exchange,
      },
    ];
  });
}
