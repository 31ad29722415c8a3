import { withIncluded } from '#app-settings/scopes.ts';
import type { Fault } from '#protocol/errors/fault.ts';
import type { AccessTokenRecord } from '../../store/records.ts';

/** AS-179: the token was granted the permission, by itself or within another. */
export function scopeSuffices({ scopes }: AccessTokenRecord, needed: string): Fault | undefined {
  if (scopes.includes(needed) || withIncluded(scopes).includes(needed)) return undefined;
  return {
    code: 'CMN-401',
    rule: 'AS-179',
    message: `In order to call this API endpoint, application needs to have [${needed}] permission`,
    extra: { permissionName: needed },
  };
}
