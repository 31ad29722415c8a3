import { expect, it } from 'vitest';
import { customerJwtLink } from './customer-jwt-link.ts';

it('X18 leads a customer to the console’s form with the app listed, and nothing beside', () => {
  expect(customerJwtLink(' AbC-12_3\n')).toBe(
    'https://developers.ringcentral.com/console/my-credentials/create?client_id=AbC-12_3',
  );
  const odd = new URL(customerJwtLink('a b&c=d#e'));
  expect([...odd.searchParams]).toEqual([['client_id', 'a b&c=d#e']]);
  expect(odd.hash).toBe('');
});
