import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { createWorkerSandbox } from './answer-sandbox.ts';

const logSchema = z.object({
  events: z.array(z.object({ exchange: z.object({ caller: z.optional(z.string()) }) })),
});

// A worker sees no Sec-Fetch-Site, and its pages send no referrer: a form's Origin is `null`.
it('counts what a worker hears as the reader’s own, a form without an origin too', async () => {
  globalThis.indexedDB = new IDBFactory();
  const { answer } = createWorkerSandbox('docs.example.test');
  const at = (path: string) => `https://docs.example.test${path}`;
  await answer(new Request(at('/restapi/oauth/authorize?client_id=none')));
  await answer(
    new Request(at('/restapi/oauth/authorize/sign-in'), {
      method: 'POST',
      headers: { origin: 'null', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'transaction=none',
    }),
  );
  const log = await answer(new Request(at('/sandbox/api/events/backlog')));
  const { events } = logSchema.parse(await log.json());
  expect(events.map(({ exchange }) => exchange.caller)).toEqual(['page', 'page']);
});
