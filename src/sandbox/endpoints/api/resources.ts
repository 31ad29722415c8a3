import type { RateGroup } from '../../checks/rate-limit.ts';
import { accountUri, ownAccount } from '../../demo/account-view.ts';
import { demoCalls } from '../../demo/call-log.ts';
import { extensionSummary, extensionUri, ownExtension } from '../../demo/extension-view.ts';
import { demoUsers } from '../../demo/users.ts';
import type { UserRecord } from '../../store/records.ts';
import { onePage } from './list.ts';

/** Who asks, where and when. */
export interface Reading {
  user: UserRecord;
  origin: string;
  /** Milliseconds, on the sandbox's clock. */
  now: number;
}

/** One readable path of the API; all but `read` as RingCentral's API description has it. */
export interface Resource {
  /** Its path there, where `{accountId}` and `{extensionId}` are `~` or an id. */
  path: string;
  /** The app permission it needs. */
  scope: 'ReadAccounts' | 'ReadCallLog';
  /** The permission that the user's role needs. */
  userPermission: 'ReadCompanyInfo' | 'ReadExtensions' | 'ReadCallLog' | 'FullCompanyCallLog';
  group: RateGroup;
  read(reading: Reading): object;
}

const account = '/restapi/v1.0/account/{accountId}';
const extension = `${account}/extension/{extensionId}`;

/** What the sandbox's API has: enough to show a token at work. */
export const resources: readonly Resource[] = [
  {
    path: account,
    scope: 'ReadAccounts',
    userPermission: 'ReadCompanyInfo',
    group: 'light',
    read: ({ user, origin }) => {
      const operator = demoUsers.find(
        ({ accountId, administrator }) => administrator && accountId === user.accountId,
      );
      return ownAccount(operator ?? user, origin);
    },
  },
  {
    path: extension,
    scope: 'ReadAccounts',
    userPermission: 'ReadExtensions',
    group: 'light',
    read: ({ user, origin }) => ownExtension(user, origin),
  },
  {
    path: `${account}/extension`,
    scope: 'ReadAccounts',
    userPermission: 'ReadExtensions',
    group: 'medium',
    read: ({ user, origin }) =>
      onePage(
        `${accountUri(origin, user)}/extension`,
        demoUsers
          .filter(({ accountId }) => accountId === user.accountId)
          .map((one) => extensionSummary(one, origin)),
      ),
  },
  {
    path: `${extension}/call-log`,
    scope: 'ReadCallLog',
    userPermission: 'ReadCallLog',
    group: 'heavy',
    read: ({ user, origin, now }) =>
      onePage(
        `${extensionUri(origin, user)}/call-log`,
        demoCalls(user.accountId, now, origin)
          .filter((call) => call.user.extensionId === user.extensionId)
          .map(({ record }) => record),
      ),
  },
  {
    path: `${account}/call-log`,
    scope: 'ReadCallLog',
    userPermission: 'FullCompanyCallLog',
    group: 'heavy',
    read: ({ user, origin, now }) =>
      onePage(
        `${accountUri(origin, user)}/call-log`,
        demoCalls(user.accountId, now, origin).map((call) => ({
          ...call.record,
          extension: { uri: extensionUri(origin, call.user), id: call.user.extensionId },
        })),
      ),
  },
];

/** Its path as an expression, whose groups are the path's parameters. */
const patterns = resources.map(({ path }) => {
  const text = path.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return new RegExp(`^${text}$`);
});

/** The resource at a path, and what stands in the path for its parameters. */
export function findResource(
  path: string,
): { resource: Resource; ids: Readonly<Record<string, string>> } | undefined {
  for (const [index, resource] of resources.entries()) {
    const match = patterns[index]?.exec(path);
    if (match) return { resource, ids: { ...match.groups } };
  }
  return undefined;
}
