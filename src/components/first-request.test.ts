import { expect, it } from 'vitest';
import { flowNames } from '#flows/ids.ts';
import { loadFlow } from '#flows/registry.ts';
import { firstRequestOf } from './first-request.ts';

it('is the request that the flow sends first, with words for what is made on the way', async () => {
  expect(firstRequestOf(await loadFlow('auth-code-pkce'))).toBe(
    `GET /restapi/oauth/authorize
  ?response_type=code
  &client_id=sandbox-browser
  &redirect_uri=http%3A%2F%2Flocalhost%3A4321%2Fcallback%2F
  &state=YOUR-STATE
  &code_challenge=YOUR-CODE-CHALLENGE
  &code_challenge_method=S256 HTTP/1.1
Host: localhost:4321`,
  );
  expect(firstRequestOf(await loadFlow('jwt'))).toContain('&assertion=YOUR-ASSERTION');
});

it.each(flowNames)('the flow %s has one', async (name) => {
  expect(firstRequestOf(await loadFlow(name))).toMatch(/^(?:GET|POST) \/restapi\//);
});
