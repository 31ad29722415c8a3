import type { Client } from '../recognise/clients.ts';

/** How the server's answer is got out of each client that hides it; a request to whoever runs it. */
const byClient: Partial<Record<Client, string>> = {
  '@ringcentral/sdk':
    'Catch the error and print `await e.response.json()` (older versions: `e.originalException`): the SDK’s own text leaves the code out.',
  '@rc-ex/core': 'Print `e.response.data`: it is the answer’s body.',
  'ringcentral-python':
    'Catch `ApiException` and print `e.api_response().text()`, once for the login and once for the call.',
  'ringcentral-php':
    'Catch `ApiException` and print `$e->apiResponse()->text()`: the exception’s own text leaves the code out.',
  'RingCentral.Net':
    'Update the SDK, then catch `RestException` and print `e.Message`; or send the same request with curl and print the answer’s body.',
  'ringcentral-java': 'Print the whole `RestException`: its message has the answer’s body.',
  'ringcentral-ruby': 'Print the exception’s whole message: it has the answer’s body.',
  'RingCentral Embeddable':
    'Open the widget’s sign-in in a tab of its own and send the address and the text that it shows.',
  'ASP.NET':
    'The server’s log has the inner exception: send its message, or set `IncludeErrorDetail` for yourself and send the answer’s body.',
  Faraday: 'Rescue `Faraday::Error` and print `e.response[:body]`.',
  Guzzle: 'Print `$e->getResponse()->getBody()`: the exception cuts its message at 120 characters.',
  Laravel:
    'Print `$e->getResponse()->getBody()`, or look into `storage/logs`: the page cuts the answer.',
  'Node.js':
    'Print the answer’s status and body (`await response.text()`) where the error is caught.',
  Postman: 'Send the body that Postman shows under *Response*, with the status.',
  PowerShell:
    'Print `$_.ErrorDetails.Message` in a `catch`; in Windows PowerShell 5 read `$_.Exception.Response.GetResponseStream()`. It is the answer’s body.',
  'Spring Security': 'Log the exception with its cause: it has the answer’s body.',
  'a browser':
    'Open the developer tools, Network, press the request and send its status and Response; and what the console prints.',
  curl: 'Add `-i` and send all that it prints: status, headers and body.',
  'golang.org/x/oauth2': 'Print the `*oauth2.RetrieveError`: its `Body` is the answer.',
  'oauth2 (Ruby gem)': 'Rescue `OAuth2::Error` and print `e.response.body`.',
  'requests (Python)':
    'Add `print(response.text)` one line before `raise_for_status()`: it is the answer’s body, which has a code such as OAU-251 and no secret.',
  '.NET': 'Read and log the answer’s body before `EnsureSuccessStatusCode()`.',
};

const anyClient =
  'The body of the server’s answer, letter for letter: it has a code such as OAU-251 (`errorCode`) and no secret.';

/** A HAR that the browser cleaned before it wrote it. */
export const fullHar =
  'Export the HAR again with sensitive data: in Chrome, Settings of the developer tools, Network, “Allow to generate HAR with sensitive data”. Or send the body of the response that failed.';

/**
 * What to ask for where a paste holds no answer of the server, and how to get it.
 *
 * @param clients those that the paste shows; each with a way of its own is told it
 */
export function howToGet(clients: Iterable<Client>): string {
  const ways = [...new Set(clients)].flatMap((client) => byClient[client] ?? []).slice(0, 2);
  return ways.length === 0 ? anyClient : `${anyClient} ${ways.join(' ')}`;
}
