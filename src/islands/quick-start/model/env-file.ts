import { type ProgramKind, redirectUriOf } from './program.ts';

export interface EnvValues {
  origin: string;
  clientId: string;
  clientSecret: string | undefined;
  port: number;
  /** Made by the page; absent until it is there. */
  jwt?: string | undefined;
}

/** One line of an `.env` file. */
export interface EnvLine {
  name: string;
  value: string;
  /** Hidden until the reader asks for it. */
  secret: boolean;
}

/** Everything that a program of this kind reads, with the sandbox's values in it. */
export function envLines(kind: ProgramKind['id'], values: EnvValues): EnvLine[] {
  const { origin, clientId, clientSecret, port, jwt } = values;
  const line = (name: string, value: string, secret = false): EnvLine => ({ name, value, secret });
  const app = [
    line('RC_SERVER_URL', origin),
    line('RC_APP_CLIENT_ID', clientId),
    ...(clientSecret === undefined ? [] : [line('RC_APP_CLIENT_SECRET', clientSecret)]),
  ];
  if (kind === 'jwt') return [...app, line('RC_USER_JWT', jwt ?? '', true)];
  if (kind === 'password') {
    return [
      ...app,
      line('RC_USERNAME', '+18335550100'),
      line('RC_EXTENSION', '101'),
      line('RC_PASSWORD', 'sandbox-password'),
    ];
  }
  return [...app, line('RC_REDIRECT_URL', redirectUriOf(port))];
}

/** The file as it is copied. */
export function envText(lines: readonly EnvLine[]): string {
  return `${lines.map(({ name, value }) => `${name}=${value}`).join('\n')}\n`;
}
