import type { Html } from './html.ts';
import { html } from './html.ts';

/** What each form carries: its single-use id, and the request in a form that can begin again. */
export function hiddenFields({ transactionId: id, again }: HiddenFields): Html {
  return html`<input type="hidden" name="transaction" value="${id}" />
    <input type="hidden" name="again" value="${again}" />`;
}

export interface HiddenFields {
  transactionId: string;
  /** A query of the authorization endpoint, checked anew if it is ever used. */
  again: string;
}
