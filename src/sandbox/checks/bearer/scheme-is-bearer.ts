import type { Fault } from '#protocol/errors/fault.ts';
import type { Presented } from './presented.ts';

/** AS-184: Basic, or any other scheme, is no way in; AS-176: the scheme's case does not matter. */
export function schemeIsBearer({ authorization }: Presented): Fault | undefined {
  if (authorization === undefined || /^bearer(?:\s|$)/i.test(authorization.trim()))
    return undefined;
  return { code: 'AGW-402', rule: 'AS-184' };
}
