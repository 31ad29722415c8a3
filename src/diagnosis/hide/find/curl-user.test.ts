import { expect, it } from 'vitest';
import { recogniseAll as recognise } from '../../recognise/recognise-all.ts';
import { show } from '../show.ts';

const id = 'abcClientIdExample01';
const secret = 'EXAMPLEsecretNotReal0000000000000001';
const url = 'https://platform.ringcentral.com/restapi/oauth/token';

it.each([
  `curl ${url} -u ${id}:${secret}`,
  `curl -X POST ${url} -u "${id}:${secret}" -d "grant_type=password"`,
  `curl -u '${id}:${secret}' ${url}`,
  `curl ${url} --user "${id}:${secret}"`,
])('the client id stays and the secret is told as one, wherever the address stands: %s', (line) => {
  const { text, removed } = show({ ...recognise(line), findings: [] });
  expect(text).toContain(`${id}:masked-client_secret-1-36chars`);
  expect(removed.map(({ kind }) => kind)).toEqual(['client_secret']);
});
