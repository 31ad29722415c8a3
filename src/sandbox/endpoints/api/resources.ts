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

/** One readable path of the API. */
export interface Resource {
  /** The groups `account` and `extension` hold `~` or an id. */
  pattern: RegExp;
  /** The app permission it needs. */
  scope: 'ReadAccounts' | 'ReadCallLog';
  read(reading: Reading): object;
}

const account = '/restapi/v1\\.0/account/(?<account>~|[0-9]+)';
const extension = `${account}/extension/(?<extension>~|[0-9]+)`;

/** What the sandbox's API has: enough to show a token at work. */
export const resources: readonly Resource[] = [
  {
    pattern: new RegExp(`^${extension}$`),
    scope: 'ReadAccounts',
    read: ({ user, origin }) => ownExtension(user, origin),
  },
  {
    pattern: new RegExp(`^${account}/extension$`),
    scope: 'ReadAccounts',
    read: ({ user, origin }) =>
      onePage(
        `${origin}/restapi/v1.0/account/${user.accountId}/extension`,
        demoUsers
          .filter(({ accountId }) => accountId === user.accountId)
          .map((one) => extensionSummary(one, origin)),
      ),
  },
  {
    pattern: new RegExp(`^${extension}/call-log$`),
    scope: 'ReadCallLog',
    read: ({ user, origin, now }) =>
      onePage(
        `${extensionUri(origin, user)}/call-log`,
        demoCalls(user.accountId, now, origin)
          .filter((call) => call.user.extensionId === user.extensionId)
          .map(({ record }) => record),
      ),
  },
  {
    pattern: new RegExp(`^${account}/call-log$`),
    scope: 'ReadCallLog',
    read: ({ user, origin, now }) =>
      onePage(
        `${origin}/restapi/v1.0/account/${user.accountId}/call-log`,
        demoCalls(user.accountId, now, origin).map((call) => ({
          ...call.record,
          extension: { uri: extensionUri(origin, call.user), id: call.user.extensionId },
        })),
      ),
  },
];
