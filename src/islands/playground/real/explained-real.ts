import { type About, caseOf } from '#diagnosis/case.ts';
import { explainReal, type RealFinding } from '#diagnosis/real/explain-real.ts';
import { browserStorage } from '#islands/storage/storage.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { Core } from '../model/core.ts';
import { formSettings } from './form-settings.ts';

/** The flow, what the app holds, and of the app what the reader entered into the checker's form. */
function aboutReal({ app, flow, kept }: Core, { answered }: Exchange): About {
  const settings = formSettings(browserStorage('sessionStorage'));
  const { clientId, clientType } = app.value;
  return {
    app: settings && { clientId, clientType, redirectUris: settings.redirectUris, settings },
    flow,
    values: kept.value.values,
    // A page reads the headers that a server exposes to it, and no other.
    ...(answered === 'pasted' ? {} : { unknown: ['response headers'] }),
  };
}

/** What an exchange with a real server shows. */
export function explainedReal(
  core: Core,
  exchange: Exchange,
  earlier: readonly Exchange[],
): Promise<RealFinding | undefined> {
  return explainReal(caseOf(exchange, earlier, aboutReal(core, exchange)));
}
