import { expect, it } from 'vitest';
import { withOwnAddress } from './own-address.ts';

const built =
  'curl http://localhost:4321/a\nHost: localhost:4321\n?to=http%3A%2F%2Flocalhost%3A4321%2F';

it.each([
  'http://localhost:8080',
  // Each holds the usual host, and is not to be taken for it.
  'http://localhost:43210',
  'https://docs.localhost:4321',
  'https://docs.example.test',
  // Read by `replaceAll` as what it found.
  'https://a$&b.example.test',
])('writes %s wherever the build wrote the usual address, once', (origin) => {
  const { host } = new URL(origin);
  expect(withOwnAddress(built, origin)).toBe(
    `curl ${origin}/a\nHost: ${host}\n?to=${encodeURIComponent(origin)}%2F`,
  );
});

it('leaves the usual address as it is', () => {
  expect(withOwnAddress(built, 'http://localhost:4321')).toBe(built);
});
