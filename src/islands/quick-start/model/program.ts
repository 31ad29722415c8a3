import type { AppSettings } from '#app-settings/app.ts';
import type { Milestone } from '#diagnosis/watch/progress.ts';

/** A kind of program: the app it runs as, its settings, and what it is seen to do. */
export interface ProgramKind {
  id: 'authorization-flow' | 'jwt' | 'password';
  /** The demo app, which a restart of the sandbox does not lose. */
  demoClientId: string;
  /** The app that the reader may have made instead. */
  ownApp: AppSettings;
  plan: readonly Milestone[];
  /** Whether it listens on a port of its own. */
  serves: boolean;
}

const scopes = ['ReadAccounts', 'ReadCallLog'];

export const programKinds: Record<ProgramKind['id'], ProgramKind> = {
  'authorization-flow': {
    id: 'authorization-flow',
    demoClientId: 'sandbox-server-web',
    ownApp: {
      name: 'My quick start',
      portal: 'current',
      audience: 'private',
      methods: ['three-legged'],
      platformType: 'ServerWeb',
      issueRefreshTokens: true,
      redirectUris: [],
      scopes,
    },
    plan: ['sign-in', 'token', 'api', 'refresh', 'revocation'],
    serves: true,
  },
  jwt: {
    id: 'jwt',
    demoClientId: 'sandbox-jwt',
    ownApp: {
      name: 'My first call',
      portal: 'current',
      audience: 'private',
      methods: ['jwt'],
      issueRefreshTokens: true,
      redirectUris: [],
      scopes,
    },
    plan: ['token', 'api'],
    serves: false,
  },
  password: {
    id: 'password',
    demoClientId: 'sandbox-server-only',
    ownApp: {
      name: 'My password script',
      portal: 'classic',
      audience: 'private',
      platformType: 'ServerOther',
      redirectUris: [],
      scopes,
    },
    plan: ['token', 'api'],
    serves: false,
  },
};

/** Where the quick starts listen unless they are told otherwise. */
export const usualPort = 5000;

/** The redirect URI of a program on a port. */
export const redirectUriOf = (port: number): string => `http://localhost:${port}/oauth2callback`;

/** Why a program cannot listen on a port; undefined where it can. */
export function portProblem(port: number, origin: string): string | undefined {
  if (!Number.isInteger(port) || port < 1024 || port > 65535) {
    return 'A port is a number from 1024 to 65535.';
  }
  if (port === Number(new URL(origin).port)) {
    return `Port ${port} is this sandbox’s own. Your program needs another one.`;
  }
  return undefined;
}
