import type { Route } from '../route.ts';
import { actOnApp } from './act-on-app.ts';
import { backlog } from './backlog.ts';
import { createApp } from './create-app.ts';
import { createJwt } from './create-jwt.ts';
import { deleteApp } from './delete-app.ts';
import { deletePolicy } from './delete-policy.ts';
import { endSession } from './end-session.ts';
import { events } from './events.ts';
import { getApp } from './get-app.ts';
import { getClock } from './get-clock.ts';
import { getEvent } from './get-event.ts';
import { getPolicy } from './get-policy.ts';
import { getUsage } from './get-usage.ts';
import { giveFault } from './give-fault.ts';
import { inspectToken } from './inspect-token.ts';
import { listApps } from './list-apps.ts';
import { listFaults } from './list-faults.ts';
import { listJwts } from './list-jwts.ts';
import { listSessions } from './list-sessions.ts';
import { listUsers } from './list-users.ts';
import { putClock } from './put-clock.ts';
import { putPolicy } from './put-policy.ts';
import { renewSecret } from './renew-secret.ts';
import { reset } from './reset.ts';
import { revokeJwt } from './revoke-jwt.ts';
import { takeBackFaults } from './take-back-faults.ts';
import { updateApp } from './update-app.ts';

/** The whole control API; the router and the OpenAPI document read this one list, which `documents.ts` describes. */
export const routes: readonly Route[] = [
  listApps,
  createApp,
  getApp,
  updateApp,
  deleteApp,
  renewSecret,
  actOnApp,
  listUsers,
  listSessions,
  endSession,
  listJwts,
  createJwt,
  revokeJwt,
  inspectToken,
  getClock,
  putClock,
  getPolicy,
  putPolicy,
  deletePolicy,
  listFaults,
  giveFault,
  takeBackFaults,
  events,
  backlog,
  getEvent,
  getUsage,
  reset,
];
