import type { ClientDirective } from 'astro';
import { nextTurn } from './client-soon.ts';

/** `client:soon` for an island whose props the build set apart: they come beside its script. */
const apart: ClientDirective = async (load, _options, island) => {
  const from = island.getAttribute('props-from');
  const props = from && fetch(from).then((answer) => answer.text());
  const hydrate = await load();
  await nextTurn();
  // Astro's island hydrates by itself when its props change: called as well, it would be drawn twice.
  if (props) island.setAttribute('props', await props);
  else await hydrate();
};
export default apart;
