import type { DiagnosisRule } from '../../rule.ts';
import {
  challengeForm,
  challengeMethod,
  challengeRequired,
  repeated,
  responseType,
} from './authorize-parameters.ts';
import { clientIdMissing, clientIdUnknown, clientIdWithoutItsSecret } from './client-id.ts';
import { denied, noThirdPartyApps } from './denied.ts';
import { redirectUriMissing, redirectUriNotRegistered } from './redirect-uri.ts';
import { settings, settingsOfAnother } from './settings.ts';

/**
 * Why an authorization request is refused. They stand apart, because the server's own error page
 * asks these and no others.
 */
export const authorizeCauses: readonly DiagnosisRule[] = [
  denied,
  noThirdPartyApps,
  repeated,
  clientIdMissing,
  clientIdUnknown,
  clientIdWithoutItsSecret,
  settingsOfAnother,
  settings,
  redirectUriMissing,
  redirectUriNotRegistered,
  responseType,
  challengeMethod,
  challengeForm,
  challengeRequired,
];
