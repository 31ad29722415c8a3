import { stringFinder } from '#protocol/text/string-finder.ts';
import type { Client } from './clients.ts';
import type { Piece } from './known-parts.ts';

/** What stands in traces and messages of one client alone. */
const marks: readonly [string, Client][] = [
  ['@ringcentral/sdk/', '@ringcentral/sdk'],
  ['@ringcentral\\sdk\\', '@ringcentral/sdk'],
  ['Platform.ts:', '@ringcentral/sdk'],
  ['RCJSSDK', '@ringcentral/sdk'],
  ['@rc-ex/core', '@rc-ex/core'],
  ['ringcentral.http.api_exception', 'ringcentral-python'],
  ['ringcentral/platform/platform.py', 'ringcentral-python'],
  ['ringcentral\\platform\\platform.py', 'ringcentral-python'],
  ['RingCentral\\SDK\\', 'ringcentral-php'],
  ['ringcentral-php/', 'ringcentral-php'],
  ['RingCentral.RestException', 'RingCentral.Net'],
  ['RingCentral.RestClient', 'RingCentral.Net'],
  ['com.ringcentral.', 'ringcentral-java'],
  ['lib/ringcentral.rb', 'ringcentral-ruby'],
  ['GuzzleHttp', 'Guzzle'],
  ['` resulted in a `', 'Guzzle'],
  ['RingCentral.Http.ApiException', 'ASP.NET'],
  ['Faraday::', 'Faraday'],
  ['OAuth2::Error', 'oauth2 (Ruby gem)'],
  ['requests.exceptions', 'requests (Python)'],
  ['OAuth2AuthorizationException', 'Spring Security'],
  ['oauth2: cannot fetch token', 'golang.org/x/oauth2'],
  ['Invoke-RestMethod', 'PowerShell'],
  ['Invoke-WebRequest', 'PowerShell'],
  ['Postman', 'Postman'],
  ['Illuminate\\', 'Laravel'],
];

const near = 800;
const printed = new Set<Piece['form']>([
  'error body',
  'message',
  'code of an error',
  'status',
  'raised',
  'request in words',
]);
const find = stringFinder(
  marks.map(([mark]) => mark),
  50,
);

/** Adds to what a client printed which one it was, where a mark of it stands near. */
export function withClients(pieces: readonly Piece[], text: string): Piece[] {
  const found = [...find(text)];
  if (found.length === 0) return [...pieces];
  return pieces.map((piece) => {
    if (piece.client !== undefined || !printed.has(piece.form)) return piece;
    let nearest: Client | undefined;
    let least = near;
    for (const { index, at } of found) {
      const distance = at < piece.range.from ? piece.range.from - at : at - piece.range.to;
      if (distance < least) {
        least = distance;
        nearest = marks[index]?.[1];
      }
    }
    return nearest === undefined ? piece : { ...piece, client: nearest };
  });
}
