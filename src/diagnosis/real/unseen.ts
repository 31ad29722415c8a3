import type { Case } from '../case.ts';

/** What a page cannot see of an exchange with a server of somebody else. */
export function unseenOf({ exchange, app }: Case): string[] {
  const isOwn = exchange.server?.kind === 'own';
  const host = isOwn ? 'that server' : 'RingCentral';
  const readByPage = exchange.response !== undefined && exchange.answered !== 'pasted';
  return [
    ...(app?.settings ? [] : [`the settings of your app at ${host}`]),
    ...(readByPage && exchange.to !== 'app'
      ? ['headers of the answer that the server does not expose to pages']
      : []),
    ...(exchange.to === 'app' ? ['the pages of the sign-in'] : []),
    `what ${host} stores of codes, tokens and sessions`,
  ];
}
