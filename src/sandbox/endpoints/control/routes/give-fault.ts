import * as z from 'zod/mini';
import { canGive } from '../../../faults/can-give.ts';
import { mostFaults, mostRequests, mostSeconds, withFault } from '../../../faults/given.ts';
import { faultNames } from '../../../faults/names.ts';
import { places } from '../../../faults/places.ts';
import { faultTable } from '../../../faults/table.ts';
import { answer, refusal } from '../answer.ts';
import { givenFaultSchema } from '../faults-view-schema.ts';
import { noSuchApp } from '../no-such-app.ts';
import { type RouteDocument, route } from '../route.ts';
import { refusalSchema } from '../schemas.ts';

const within = (most: number) => z.optional(z.int().check(z.minimum(1), z.maximum(most)));

export const giveFaultDocument: RouteDocument = {
  summary: 'Let an app’s program meet a fault: for a number of requests, or until it is taken back',
  answers: {
    201: { description: 'In force', schema: givenFaultSchema },
    400: {
      description:
        'No such fault, more than a thousand requests, a place where it is not met, or seconds where it takes none',
      schema: refusalSchema,
    },
    404: { description: 'No app has this client id', schema: refusalSchema },
    409: {
      description: 'This host cannot give it, or as many are in force as there may be',
      schema: refusalSchema,
    },
  },
};

export const giveFault = route({
  id: 'giveFault',
  method: 'POST',
  path: '/sandbox/api/apps/{clientId}/faults',
  body: z.strictObject({
    fault: z.enum(faultNames),
    at: z.optional(z.enum(places)),
    requests: within(mostRequests),
    seconds: within(mostSeconds),
  }),
  async handle({ services, params, body: { fault, at, requests, seconds } }) {
    const clientId = params['clientId'] ?? '';
    const { apps, faults } = services.store;
    if (!(await apps.get(clientId))) return noSuchApp();
    if (!canGive(fault, services)) {
      const message = `${fault} breaks a connection, and a sandbox in a tab has none. Start it in a terminal with npm start.`;
      return refusal(409, { path: 'fault', message });
    }
    if (seconds !== undefined && faultTable[fault].seconds === undefined) {
      return refusal(400, { path: 'seconds', message: `${fault} takes no seconds.` });
    }
    if (at && !faultTable[fault].places.includes(at)) {
      return refusal(400, { path: 'at', message: `${fault} is not met there.` });
    }
    const given = {
      clientId,
      fault,
      ...(at && { at }),
      ...(requests !== undefined && { left: requests }),
      ...(seconds !== undefined && { seconds }),
    };
    let isFull = false;
    await faults.update((before) => {
      const after = withFault(before, given);
      isFull = after.length > mostFaults;
      return isFull ? before : after;
    });
    return isFull
      ? refusal(409, {
          path: '',
          message: `${mostFaults} faults are in force. Take some back first.`,
        })
      : answer(201, given);
  },
});
