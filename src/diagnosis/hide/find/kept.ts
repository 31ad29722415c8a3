import type { Range } from '../../finding.ts';

/** Parameters, members and headers that are no secret, whatever their value looks like. */
const names =
  'client_?id|app_?(?:key|id)|state|nonce|code_challenge(?:_method)?|scopes?|grant_?type|response_type|redirect_?ur[il]|rc-?request-?id|x?-?request-?id|correlation-?id|trace(?:parent|-?id)|routingkey|brand_?id|endpoint_?id|owner_?id|etag|kid|prompt|display|ui_locales|token_type|token_uri|discovery_uri|iss|aud|server|host';
const kept = new RegExp(
  String.raw`(?<![A-Za-z])(${names})(?:\\{0,7}["'\x60\]])?\s{0,4}(?:=>|=|:|%3D)\s{0,4}\\{0,7}["'\x60[]?([^\s"'\x60&,;<>)}\]]{1,2000})`,
  'gi',
);
/** `Invalid client application: [id]`, `Invalid client: id`, `The client [id]`, `app id …`. */
const spoken = /\b(?:client|application|app)(?: id)?:? \[?([\w-]{8,64})\]?/gi;

export interface Kept {
  ranges: Range[];
  /** Client ids: they stay wherever they stand, also where a secret begins like one. */
  clientIds: ReadonlySet<string>;
}

/** What stays: the values of parameters that are no secret, and client ids. */
export function keptIn(text: string): Kept {
  const ranges: Range[] = [];
  const clientIds = new Set<string>();
  for (const { index, 0: whole, 1: name = '', 2: value = '' } of text.matchAll(kept)) {
    const to = index + whole.length;
    // An address has parameters of its own.
    if (!/^redirect/i.test(name)) ranges.push({ from: to - value.length, to });
    if (/^(?:client|app)/i.test(name)) clientIds.add(value);
  }
  for (const [, value = ''] of text.matchAll(spoken)) {
    if (/\d/.test(value) && !/^id$/i.test(value)) clientIds.add(value);
  }
  return { ranges, clientIds };
}
