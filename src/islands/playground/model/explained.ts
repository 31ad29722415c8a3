import { type About, caseOf } from '#diagnosis/case.ts';
import { explain } from '#diagnosis/explain.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { Core } from './core.ts';

/** What is known beside the exchanges: the app, the flow, what the app holds. */
function aboutOf({ app, flow, kept }: Core): About {
  const { clientId, clientType, redirectUri, redirectUris = [redirectUri], settings } = app.value;
  return {
    app: { clientId, clientType, redirectUris, settings },
    flow,
    values: kept.value.values,
  };
}

/** What an exchange of a run shows, by the rules of every host; of a real server, by its own besides. */
export async function explained(core: Core, exchange: Exchange): Promise<Finding | undefined> {
  const { exchanges } = core.kept.value.transcript;
  const at = exchanges.findIndex(({ id }) => id === exchange.id);
  const earlier = at < 0 ? exchanges : exchanges.slice(0, at);
  if (exchange.server === undefined) return explain(caseOf(exchange, earlier, aboutOf(core)));
  const { explainedReal } = await import('../real/explained-real.ts');
  return explainedReal(core, exchange, earlier);
}
