import { resources } from '../endpoints/api/resources.ts';

/** Every operation of the sandbox by an id, and its path, where `{…}` stands for a part of it. */
export const operationPaths = {
  authorize: '/restapi/oauth/authorize',
  'sign-in': '/restapi/oauth/authorize/sign-in',
  consent: '/restapi/oauth/authorize/consent',
  token: '/restapi/oauth/token',
  revoke: '/restapi/oauth/revoke',
  jwks: '/restapi/oauth/jwks',
  metadata: '/.well-known/oauth-authorization-server',
  'openid-configuration': '/.well-known/openid-configuration',
  'api-versions': '/restapi',
  account: '/restapi/v1.0/account/{accountId}',
  extension: '/restapi/v1.0/account/{accountId}/extension/{extensionId}',
  'extension-list': '/restapi/v1.0/account/{accountId}/extension',
  'extension-call-log': '/restapi/v1.0/account/{accountId}/extension/{extensionId}/call-log',
  'account-call-log': '/restapi/v1.0/account/{accountId}/call-log',
} as const;

export type OperationId = keyof typeof operationPaths | 'elsewhere';

/** The API's own data for an operation that reads a resource. */
export const resourceOf = (id: OperationId) =>
  id === 'elsewhere' ? undefined : resources.find(({ path }) => path === operationPaths[id]);

const patterns = Object.entries(operationPaths).map(
  ([id, path]) =>
    [
      id as keyof typeof operationPaths,
      new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    ] as const,
);

/** The operation at a path; `elsewhere` where the sandbox has none. */
export const operationAt = (path: string): OperationId =>
  patterns.find(([, pattern]) => pattern.test(path))?.[0] ?? 'elsewhere';
