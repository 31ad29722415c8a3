import { userById } from '../../demo/users.ts';
import type { JwtCredentialRecord } from '../../store/records.ts';

/** A JWT credential as the control API shows it. */
export function jwtView({ userId, revokedAt, ...credential }: JwtCredentialRecord) {
  void revokedAt;
  const user = userById(userId);
  return {
    ...credential,
    extensionNumber: user?.extensionNumber,
    companyNumber: user?.companyNumber,
  };
}
