/**
 * What steps without a request of their own are in a POSIX shell. Before them stand the variable `SERVER`
 * and `member NAME`, which prints a member of the JSON in `$answer`.
 */

/** A credential of the console for extension 101, in `$assertion`. */
export const makeJwt = `assertion=$(curl -sS "$SERVER/sandbox/api/jwt" \\
  --header 'Content-Type: application/json' \\
  --data-raw '{"extensionNumber":"101"}' | cut -d '"' -f 4)`;

/** A log-in as the app of the flows that begin with tokens. */
export const logIn = `${makeJwt}
answer=$(curl -sS "$SERVER/restapi/oauth/token" \\
  --user sandbox-jwt:sandbox-jwt-secret \\
  --data-urlencode grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer \\
  --data-urlencode "assertion=$assertion")
access_token=$(member access_token)
refresh_token=$(member refresh_token)`;
