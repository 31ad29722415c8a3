import type { Fault } from '#protocol/errors/fault.ts';
import { decodeForm } from '#protocol/form.ts';
import { isForm } from '../../wire/is-form.ts';
import type { RedirectTarget } from '../../checks/authorize/redirect-answer.ts';
import type { Services } from '../../context.ts';
import type { Incoming } from '../../wire/incoming.ts';
import { helpLinks } from '../../wire/help-links.ts';
import type { PlainResponse } from '../../wire/plain-response.ts';
import type { AppRecord, TransactionRecord } from '../../store/records.ts';
import { endedFault, endedPage, type EndedReason } from '../../views/ended.ts';
import { page } from './page-response.ts';
import { refuseByRedirect, refuseHere } from './refuse.ts';
import { redirectTarget } from './target.ts';
import { againPath, traceIdOf, transactionLifetime } from './transaction.ts';

/** A form whose transaction is open, taken, and this browser's own. */
export interface OpenForm {
  fields: Map<string, string>;
  transaction: TransactionRecord;
  /** Where the answer goes. */
  target: RedirectTarget;
  app: AppRecord;
  again: string;
}

function end(reason: EndedReason, incoming: Incoming, fields: Map<string, string>) {
  const { code, rule } = endedFault(reason);
  incoming.trace.rule = rule;
  const link = helpLinks(incoming, code);
  return page(incoming, 400, endedPage(reason, againPath(fields.get('again'))), { link });
}

/** Finds the transaction that a page or form belongs to; another browser's is nobody's. */
async function findTransaction(
  fields: Map<string, string>,
  incoming: Incoming,
  services: Services,
): Promise<TransactionRecord | PlainResponse> {
  const id = fields.get('transaction') ?? '';
  const found = id === '' ? undefined : await services.store.transactions.get(id);
  if (!found) return end(incoming.method === 'GET' ? 'answered' : 'over', incoming, fields);
  incoming.trace.transactionId = traceIdOf(found.id);
  incoming.trace.clientId = found.clientId;
  const origin = incoming.request.headers.get('origin');
  const foreign = origin !== null && origin !== 'null' && origin !== incoming.origin;
  if (foreign || !incoming.browsers.includes(found.browser))
    return end('foreign', incoming, fields);
  if (incoming.now - found.createdAt > transactionLifetime) return end('over', incoming, fields);
  return found;
}

/**
 * Finds the transaction whose page is asked for by GET, and leaves it open: a page may be read again,
 * by Back or a reload, for its form alone is of one use.
 */
export async function shownForm(
  incoming: Incoming,
  services: Services,
): Promise<Pick<OpenForm, 'transaction' | 'app'> | PlainResponse> {
  const form = decodeForm(incoming.query);
  const fields = new Map(form.kind === 'form' ? form.pairs : []);
  const transaction = await findTransaction(fields, incoming, services);
  if (!('browser' in transaction)) return transaction;
  const app = await services.store.apps.get(transaction.clientId);
  if (!app) return end('app-gone', incoming, fields);
  return { transaction, app };
}

/**
 * Finds the transaction that a form belongs to and takes it, once. Another
 * browser's attempt leaves it open for its owner. The random id is the defence
 * against forgery: a form on a page without referrer sends `Origin: null`, so
 * null and none pass with it, and only another site's own origin is refused (AS-066).
 */
export async function openForm(
  incoming: Incoming,
  services: Services,
): Promise<OpenForm | PlainResponse> {
  const policy = await services.policyFor();
  const refused = (fault: Fault) => refuseHere(fault, incoming, { policy });
  if (!isForm(incoming.request.headers.get('content-type'))) {
    return refused({ code: 'SANDBOX-REQUEST-7', rule: 'AS-025', status: 415 });
  }
  const form = decodeForm(incoming.body);
  if (form.kind === 'malformed') return refused({ code: 'SANDBOX-REQUEST-1', rule: 'AS-007' });
  const fields = new Map(form.pairs);
  const { transactions, apps } = services.store;
  const found = await findTransaction(fields, incoming, services);
  if (!('browser' in found)) return found;
  const transaction = await transactions.take(found.id);
  if (!transaction) return end('over', incoming, fields);
  const app = await apps.get(transaction.clientId);
  if (!app) return end('app-gone', incoming, fields);
  const target = redirectTarget(transaction, incoming, await services.policyFor(app.clientId));
  incoming.onFailure = (defect) => refuseByRedirect(target, defect, incoming);
  return { fields, transaction, target, app, again: fields.get('again') ?? '' };
}
