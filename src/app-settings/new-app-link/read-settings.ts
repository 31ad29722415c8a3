import {
  anyAppName,
  type AppSettings,
  type Audience,
  type PlatformType,
  type Portal,
} from '../app.ts';
import { mostNameCharacters } from '../name.ts';
import { currentPlatformTypes } from '../portals.ts';
import { redirectUriProblem } from '../redirect-uri.ts';
import { mostRedirectUris } from '../schema.ts';
import { isScope } from '../scopes.ts';
import { type LinkNotes, shorten } from './link-parameters.ts';
import { meansJwt, platformTypeNamed, renamedScopes } from './parameters.ts';

/** The settings that a link's parameters make; what is wrong or missing among them goes into the notes. */
export function readSettings(notes: LinkNotes, portal: Portal | undefined): AppSettings {
  const kind = readKind(notes, portal);
  return {
    name: readName(notes),
    ...kind,
    audience: readAudience(notes),
    redirectUris: readRedirectUris(notes, kind.platformType),
    scopes: readScopes(notes),
  };
}

/** The settings that say what kind of app it is. */
type Kind = Pick<AppSettings, 'portal' | 'platformType' | 'methods'>;

const jwtApp: Kind = { portal: 'current', methods: ['jwt'] };

/** The kind of app that `type` and `grantType` name together. */
function readKind(notes: LinkNotes, portal: Portal | undefined): Kind {
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
    if (type === undefined) assumed.push('Platform type: ServerWeb.');
    else {
      const value = shorten(type);
      const reason = `${value} is unknown, so ServerWeb is assumed.`;
      unread.push({ parameter: 'type', value, reason });
    }
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

/** The app's name; the portal takes 64 characters, so no more are kept. */
function readName({ values, unread, assumed }: LinkNotes): string {
  const name = values.get('name');
  if (name === undefined) {
    assumed.push(`Name: ${anyAppName}.`);
    return anyAppName;
  }
  if (name.length <= mostNameCharacters) return name;
  unread.push({
    parameter: 'name',
    value: shorten(name),
    reason: `A name has ${mostNameCharacters} characters at most; the rest was left out.`,
  });
  const kept = name.slice(0, mostNameCharacters).trim();
  return kept === '' ? anyAppName : kept;
}

/** Who the app is for; without `public` the form asks, and private is what every known link says. */
function readAudience({ values, unread, assumed }: LinkNotes): Audience {
  const sent = values.get('public');
  const value = sent?.trim().toLowerCase();
  if (value === 'true') return 'public';
  if (value === 'false') return 'private';
  if (sent === undefined) assumed.push('Audience: private.');
  else {
    const reason = 'It is true or false, so private is assumed.';
    unread.push({ parameter: 'public', value: shorten(sent), reason });
  }
  return 'private';
}

function items(list: string | undefined): string[] {
  const found = (list ?? '').split(',').map((item) => item.trim());
  return [...new Set(found.filter((item) => item !== ''))];
}

/** The redirect URIs that may be registered; a duplicate is dropped, as the portal drops it. */
function readRedirectUris(
  { values, unread }: LinkNotes,
  platformType: PlatformType | undefined,
): string[] {
  const good: string[] = [];
  for (const uri of items(values.get('redirectUri'))) {
    const reason =
      redirectUriProblem(uri, platformType) ??
      (good.length >= mostRedirectUris
        ? `An app may register ${mostRedirectUris} redirect URIs at most.`
        : undefined);
    if (reason === undefined) good.push(uri);
    else unread.push({ parameter: 'redirectUri', value: shorten(uri), reason });
  }
  return good;
}

/** The scopes that RingCentral has; a renamed one under its name of today. */
function readScopes({ values, unread }: LinkNotes): string[] {
  const good = new Set<string>();
  for (const sent of items(values.get('permissions'))) {
    const name = renamedScopes.get(sent) ?? sent;
    if (isScope(name)) good.add(name);
    else {
      unread.push({
        parameter: 'permissions',
        value: shorten(sent),
        reason: 'RingCentral has no app scope of this name.',
      });
    }
  }
  return [...good];
}
