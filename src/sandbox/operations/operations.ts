import { type Source, sources } from '#app-settings/sources.ts';
import { type ErrorCode, isErrorCode } from '#protocol/errors/codes.ts';
import { described } from './described.ts';
import { type Outcome, restsOn, type Rests } from './outcome.ts';
import { type Operation, outcomes } from './outcomes.ts';
import {
  authorizeParameters,
  type Parameter,
  type ParameterSource,
  revokeParameters,
  tokenParameters,
} from './parameter.ts';
import { operationPaths, resourceOf } from './paths.ts';

/** What an operation is, in words; the rest is read from the sandbox. */
interface Words {
  method: 'GET' | 'POST' | 'GET or POST';
  says: string;
  /** How RingCentral's API description calls it; absent for what is the sandbox's own. */
  describedAs?: string;
  /** RingCentral's rate-limit group, where no resource of the API says it. */
  group?: 'auth';
  parameters?: readonly Parameter[];
}

const words: Readonly<Record<Exclude<Operation, 'api'>, Words>> = {
  authorize: {
    method: 'GET or POST',
    says: 'Begins a sign-in: your app sends the user’s browser here.',
    describedAs: 'authorize',
    group: 'auth',
    parameters: authorizeParameters,
  },
  'sign-in': {
    method: 'POST',
    says: 'The form of the sandbox’s sign-in page. Only its own page posts it.',
  },
  consent: {
    method: 'POST',
    says: 'The form of the sandbox’s consent page. Only its own page posts it.',
  },
  token: {
    method: 'POST',
    says: 'Exchanges a code, a refresh token or a JWT for tokens.',
    describedAs: 'getToken',
    group: 'auth',
    parameters: tokenParameters,
  },
  revoke: {
    method: 'POST',
    says: 'Ends a session and all its tokens.',
    describedAs: 'revokeToken',
    group: 'auth',
    parameters: revokeParameters,
  },
  jwks: {
    method: 'GET',
    says: 'The public key that the sandbox’s JWT credentials are signed with.',
    describedAs: 'authJwks',
  },
  metadata: {
    method: 'GET',
    says: 'What the authorization server can do (RFC 8414), by the policy in force.',
  },
  'openid-configuration': {
    method: 'GET',
    says: 'The same under the name of OpenID Connect, which RingCentral publishes.',
    describedAs: 'readOpenIdConfiguration',
  },
  'api-versions': {
    method: 'GET',
    says: 'The versions of the API, for anyone.',
    describedAs: 'readAPIVersions',
  },
  account: { method: 'GET', says: 'The account of the token.', describedAs: 'readAccountInfo' },
  extension: { method: 'GET', says: 'The extension of the token.', describedAs: 'readExtension' },
  'extension-list': {
    method: 'GET',
    says: 'The extensions of the account.',
    describedAs: 'listExtensions',
  },
  'extension-call-log': {
    method: 'GET',
    says: 'The calls of the extension.',
    describedAs: 'readUserCallLog',
  },
  'account-call-log': {
    method: 'GET',
    says: 'The calls of the company.',
    describedAs: 'readCompanyCallLog',
  },
};

export interface AnswerFacts {
  outcome: Outcome;
  rests: Rests['on'];
}

/** An operation as a page shows it. */
export interface OperationFacts extends Words {
  id: Exclude<Operation, 'api'>;
  path: string;
  scope?: string;
  userPermission?: string;
  rateGroup?: string;
  /** The members that RingCentral's API description requires of a good answer. */
  members: readonly string[];
  answers: readonly AnswerFacts[];
  errors: readonly (AnswerFacts & { code: ErrorCode })[];
}

/** The answers and errors of an operation, or of the API whatever it reads. */
export function answersOf(operation: Operation): Pick<OperationFacts, 'answers' | 'errors'> {
  const all = outcomes[operation].map((outcome) => ({ outcome, rests: restsOn(outcome).on }));
  return {
    answers: all.filter(({ outcome }) => !isErrorCode(outcome.of)),
    errors: all.flatMap((one) =>
      isErrorCode(one.outcome.of) ? [{ ...one, code: one.outcome.of }] : [],
    ),
  };
}

/** All that a page says of an operation. */
export function operationFacts(id: OperationFacts['id']): OperationFacts {
  const resource = resourceOf(id);
  const group = resource?.group ?? words[id].group;
  return {
    id,
    path: operationPaths[id],
    ...words[id],
    ...(resource && { scope: resource.scope, userPermission: resource.userPermission }),
    ...(group && { rateGroup: group }),
    members: described[id]?.[200]?.[''] ?? [],
    ...answersOf(id),
  };
}

/** A parameter's sources with their addresses. */
export const linksOf = (list: readonly ParameterSource[]): Source[] =>
  list.map((one) =>
    typeof one === 'string' ? sources[one] : { label: one.label, href: one.href },
  );
export { apiParameters } from './parameter.ts';
