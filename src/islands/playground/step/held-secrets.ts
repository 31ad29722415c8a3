import type { Playground } from '../model/playground.ts';
import type { HeldSecret } from './hidden-row.ts';

/** Every secret of the run by its name on the wire: the flow's, and the app's own. */
export function heldSecrets({ values, app }: Playground): HeldSecret[] {
  const { clientSecret } = app.value;
  const held = values.all.value.flatMap(({ name, value, secret }) =>
    secret && value !== undefined ? [{ name, value }] : [],
  );
  return clientSecret === undefined
    ? held
    : [...held, { name: 'client_secret', value: clientSecret }];
}
