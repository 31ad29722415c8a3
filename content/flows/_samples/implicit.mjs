//: read
/** What an app of that time did with the fragment, on its callback page. */
export function readFragment(address) {
  const answer = new URLSearchParams(new URL(address).hash.slice(1));
  if (answer.has('error')) throw new Error(answer.get('error_description') ?? answer.get('error'));
  return {
    accessToken: answer.get('access_token'),
    expiresIn: Number(answer.get('expires_in')),
    state: answer.get('state'),
  };
}
