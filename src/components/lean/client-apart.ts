import type { ClientDirective } from 'astro';

/** `client:load` for an island whose props the build set apart: they come beside its script. */
const apart: ClientDirective = async (load, _options, island) => {
  const from = island.getAttribute('props-from');
  const [hydrate, props] = await Promise.all([
    load(),
    from === null ? undefined : fetch(from).then((answer) => answer.text()),
  ]);
  // Astro's island hydrates by itself when its props change: called as well, it would be drawn twice.
  if (props === undefined) await hydrate();
  else island.setAttribute('props', props);
};
export default apart;
