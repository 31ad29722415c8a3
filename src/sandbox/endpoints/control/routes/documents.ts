import type { RouteDocument } from '../route.ts';
import { actOnAppDocument } from './act-on-app.ts';
import { backlogDocument } from './backlog.ts';
import { createAppDocument } from './create-app.ts';
import { createJwtDocument } from './create-jwt.ts';
import { deleteAppDocument } from './delete-app.ts';
import { deletePolicyDocument } from './delete-policy.ts';
import { endSessionDocument } from './end-session.ts';
import { eventsDocument } from './events.ts';
import { getAppDocument } from './get-app.ts';
import { getClockDocument } from './get-clock.ts';
import { getEventDocument } from './get-event.ts';
import { getPolicyDocument } from './get-policy.ts';
import { getUsageDocument } from './get-usage.ts';
import { giveFaultDocument } from './give-fault.ts';
import { inspectTokenDocument } from './inspect-token.ts';
import { listAppsDocument } from './list-apps.ts';
import { listFaultsDocument } from './list-faults.ts';
import { listJwtsDocument } from './list-jwts.ts';
import { listSessionsDocument } from './list-sessions.ts';
import { listUsersDocument } from './list-users.ts';
import { putClockDocument } from './put-clock.ts';
import { putPolicyDocument } from './put-policy.ts';
import { renewSecretDocument } from './renew-secret.ts';
import { resetDocument } from './reset.ts';
import { revokeJwtDocument } from './revoke-jwt.ts';
import { takeBackFaultsDocument } from './take-back-faults.ts';
import { updateAppDocument } from './update-app.ts';

/** What the OpenAPI document says of each route, by its id. */
export const documents: Readonly<Record<string, RouteDocument>> = {
  listApps: listAppsDocument,
  createApp: createAppDocument,
  getApp: getAppDocument,
  updateApp: updateAppDocument,
  deleteApp: deleteAppDocument,
  renewSecret: renewSecretDocument,
  actOnApp: actOnAppDocument,
  listUsers: listUsersDocument,
  listSessions: listSessionsDocument,
  endSession: endSessionDocument,
  listJwts: listJwtsDocument,
  createJwt: createJwtDocument,
  revokeJwt: revokeJwtDocument,
  inspectToken: inspectTokenDocument,
  getClock: getClockDocument,
  putClock: putClockDocument,
  getPolicy: getPolicyDocument,
  putPolicy: putPolicyDocument,
  deletePolicy: deletePolicyDocument,
  listFaults: listFaultsDocument,
  giveFault: giveFaultDocument,
  takeBackFaults: takeBackFaultsDocument,
  events: eventsDocument,
  backlog: backlogDocument,
  getEvent: getEventDocument,
  getUsage: getUsageDocument,
  reset: resetDocument,
};
