import type { AppSettings, PlatformType, Portal } from '../app.ts';
import { currentPlatformTypes } from '../portals.ts';
import { meansJwt, platformTypeNamed } from './parameters.ts';
import { type LinkNotes, shorten } from './take-parameters.ts';

/** The settings that say what kind of app it is. */
export type Kind = Pick<AppSettings, 'portal' | 'platformType' | 'methods'>;

const jwtApp: Kind = { portal: 'current', methods: ['jwt'] };

/** The kind of app that `type` and `grantType` name together. */
export function readKind(notes: LinkNotes, portal: Portal | undefined): Kind {
  const { values, unread, assumed } = notes;
  const type = values.get('type')?.trim();
  const grantType = values.get('grantType')?.trim();
  const platformType = type === undefined ? undefined : platformTypeNamed(type);
  if (meansJwt(grantType) || meansJwt(type)) {
    if (platformType !== undefined && platformType !== 'ServerOther') {
      unread.push({
        parameter: 'type',
        value: platformType,
        reason: 'The link asks for the JWT flow, and a JWT app has no platform type.',
      });
    }
    return { ...jwtApp };
  }
  if (grantType !== undefined) {
    unread.push({
      parameter: 'grantType',
      value: shorten(grantType),
      reason: 'The one value known is PersonalJWT, also written JWT.',
    });
  }
  if (platformType === undefined) {
    if (type !== undefined) {
      unread.push({
        parameter: 'type',
        value: shorten(type),
        reason: 'No portal has had a platform type of this name.',
      });
    }
    assumed.push('Platform type: ServerWeb.');
  }
  return ofType(platformType ?? 'ServerWeb', portal, assumed);
}

function ofType(platformType: PlatformType, portal: Portal | undefined, assumed: string[]): Kind {
  if (portal === 'classic') return { portal, platformType };
  if (currentPlatformTypes.has(platformType)) {
    if (portal === undefined)
      assumed.push('Portal: the current one, which is what the link opens.');
    return { portal: 'current', methods: ['three-legged'], platformType };
  }
  if (portal === 'current' && platformType === 'ServerOther') {
    assumed.push('Method: password, which apps without a user interface had before JWT.');
    return { portal, methods: ['password'] };
  }
  assumed.push(`Portal: the classic one, because the current one offers no ${platformType}.`);
  return { portal: 'classic', platformType };
}
