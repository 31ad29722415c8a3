import type { FlowId } from '#app-settings/app.ts';
import { type ErrorCode, wireError } from '#protocol/errors/codes.ts';
import type { ClientCheck } from '../client-request.ts';
import { flowsOf } from '../flows-of.ts';

/** The flows that end in each grant; one that the settings give is enough. */
export const flowsOfGrant: ReadonlyMap<string, readonly FlowId[]> = new Map([
  ['authorization_code', ['auth-code', 'auth-code-pkce']],
  ['refresh_token', ['refresh-token']],
  ['password', ['password']],
  ['client_credentials', ['client-credentials']],
  ['urn:ietf:params:oauth:grant-type:jwt-bearer', ['jwt']],
]);

/** Codes of the authorization endpoint have no place here. */
function tokenCode(predicted: ErrorCode | undefined): ErrorCode {
  const codes: readonly ErrorCode[] = ['OAU-125', 'OAU-251', 'OAU-270'];
  return predicted !== undefined && codes.includes(predicted) ? predicted : 'OAU-251';
}

/** AS-098: the rule book says which grants the app's settings give it. */
export const grantAllowed: ClientCheck = ({ app, parameters }) => {
  if (!app) throw new Error('grant-allowed runs after known');
  const grantType = parameters.get('grant_type') ?? '';
  const verdicts = (flowsOfGrant.get(grantType) ?? []).map((flow) => flowsOf(app)[flow]);
  const [first] = verdicts;
  if (!first || verdicts.some(({ bySettings }) => bySettings !== 'refused')) return undefined;
  const code = tokenCode(first.predictedError);
  return {
    code,
    rule: 'AS-098',
    message: wireError(code).message,
    parameters: [{ parameterName: 'grant_type', parameterValue: grantType }],
  };
};
