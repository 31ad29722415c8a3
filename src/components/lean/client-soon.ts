import type { ClientDirective } from 'astro';

/** The next turn of the page: what came in this one is a task of its own, and a press comes between. */
export const nextTurn = (): Promise<void> => new Promise((go) => setTimeout(go));

/** `client:load` in two tasks: its scripts run, and then its views wake. */
const soon: ClientDirective = async (load) => {
  const hydrate = await load();
  await nextTurn();
  await hydrate();
};
export default soon;
