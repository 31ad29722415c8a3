import type { ClientDirective } from 'astro';

/** `client:load` for an island whose props the build set apart: they come beside its script. */
const apart: ClientDirective = async (load, _options, island) => {
  const from = island.getAttribute('props-from');
  const [hydrate, props] = await Promise.all([
    load(),
    from === null ? undefined : fetch(from).then((answer) => answer.text()),
  ]);
  if (props !== undefined) island.setAttribute('props', props);
  await hydrate();
};
export default apart;
