import { hide } from '../hide/show.ts';
import type { ReaderParts } from './reader.ts';
import { recogniseAny } from '../recognise/recognise-any.ts';

/** A bit of every form that is pasted most, with nothing of anybody in it. */
const sample = `POST https://platform.ringcentral.com/restapi/oauth/token HTTP/1.1
Authorization: Basic ZXhhbXBsZTpub3QtYS1zZWNyZXQ=
Content-Type: application/x-www-form-urlencoded

grant_type=authorization_code&code=EXAMPLE-not-a-code-1&redirect_uri=https%3A%2F%2Fapp.example%2Fcb

HTTP/1.1 400 Bad Request
Content-Type: application/json

{"error":"invalid_grant","errors":[{"errorCode":"OAU-109","message":"Redirect URIs do not match"}]}

https://platform.ringcentral.com/restapi/oauth/authorize?response_type=code&client_id=example&state=xyz
2026-01-01T10:00:00Z INFO GET https://platform.ringcentral.com/restapi/v1.0/account/~ -> 401 (3 ms)
curl -X POST https://platform.ringcentral.com/restapi/oauth/token -u 'example:none' -d 'grant_type=password'
rcsdk.platform().login({ username: '101', password: 'none' });
it does not work since yesterday
`;

const times = 8;
/** Loops are compiled when they run long enough. */
const copies = 4;

/**
 * Reads a sample a few times before anything is pasted: an engine compiles a pattern when it meets it
 * again, and until then a long text takes it several times as long.
 *
 * @param pause lets a paste go before, and says whether to go on
 */
export async function warmUp(
  judge: ReaderParts['judge'],
  pause: () => Promise<boolean>,
): Promise<void> {
  const text = sample.repeat(copies);
  for (let time = 0; time < times && (await pause()); time += 1) {
    const read = await recogniseAny(text);
    if (!(await pause())) return;
    const judged = await judge(read, { now: 0 });
    if (!(await pause())) return;
    hide(judged);
  }
}
