import { readJwtPart } from '#protocol/jwt-part.ts';
import type { NewJwt } from '#islands/sandbox-api/sandbox-api.ts';

/** What stands in the form of a JWT credential. */
export interface JwtDraft {
  /** Company and extension, as `+18335550100*101`. */
  user: string;
  only: boolean;
  clientIds: string[];
  /** As a browser's date field has it, local time; empty for none. */
  expires: string;
  /** JSON, as typed; empty for none. */
  claims: string;
}

export interface JwtProblem {
  field: 'user' | 'clientIds' | 'expires' | 'claims';
  message: string;
}

export const emptyJwt: JwtDraft = {
  user: '',
  only: false,
  clientIds: [],
  expires: '',
  claims: '',
};

function claimsOf(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The form as the control API takes it, or what stands in the way. The sandbox judges the rest. */
export function jwtOf(draft: JwtDraft): NewJwt | JwtProblem {
  const [companyNumber, extensionNumber] = draft.user.split('*');
  if (!companyNumber || !extensionNumber) return { field: 'user', message: 'Choose a user.' };
  if (draft.only && draft.clientIds.length === 0) {
    return { field: 'clientIds', message: 'Choose an app, or permit all of the company’s.' };
  }
  const expiresAt = draft.expires === '' ? undefined : new Date(draft.expires).getTime();
  if (expiresAt !== undefined && Number.isNaN(expiresAt)) {
    return { field: 'expires', message: 'This is not a date with a time.' };
  }
  const claims = draft.claims.trim() === '' ? undefined : claimsOf(draft.claims);
  if (draft.claims.trim() !== '' && claims === undefined) {
    return { field: 'claims', message: 'Claims are one JSON object, such as {"aud": null}.' };
  }
  return {
    extensionNumber,
    companyNumber,
    ...(draft.only && { clientIds: draft.clientIds }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(claims && { claims }),
  };
}

/** Header and claims of a JWT, laid out; undefined where it is none. */
export function jwtParts(jwt: string): { header: string; claims: string } | undefined {
  const [header, claims] = jwt.split('.').map(readJwtPart);
  if (header === undefined || claims === undefined) return undefined;
  const written = (part: unknown) => JSON.stringify(part, null, 2);
  return { header: written(header), claims: written(claims) };
}
