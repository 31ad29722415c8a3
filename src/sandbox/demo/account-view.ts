import type { UserRecord } from '../store/records.ts';
import { extensionUri } from './extension-view.ts';

/** Where an account is found. */
export const accountUri = (origin: string, { accountId }: Pick<UserRecord, 'accountId'>): string =>
  `${origin}/restapi/v1.0/account/${accountId}`;

/** The caller's account, in the shape of `GetAccountInfoResponse`. */
export function ownAccount(operator: UserRecord, origin: string) {
  const uri = accountUri(origin, operator);
  return {
    uri,
    id: operator.accountId,
    serviceInfo: {
      uri: `${uri}/service-info`,
      brand: { id: '1210', name: 'RingCentral' },
      servicePlan: { id: '1', name: 'Sandbox' },
    },
    operator: {
      uri: extensionUri(origin, operator),
      id: operator.extensionId,
      extensionNumber: operator.extensionNumber,
    },
    mainNumber: operator.companyNumber,
    status: 'Confirmed',
    setupWizardState: 'Completed',
  };
}
