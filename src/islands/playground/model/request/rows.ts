import { requestOf, rowsOf, valueIn } from '#flows/runner.ts';
import type { Ingredients, Row } from '#flows/runner.ts';
import type { FlowStep } from '#flows/flow.ts';
import { taskOf } from '#flows/task.ts';
import type { ExchangeRequest } from '#protocol/exchange.ts';
import type { Core } from '../core.ts';
import type { RequestRow, RowState } from '../types.ts';
import { awaitedNote } from '../values.ts';

/** What a step's request is made from: the values that it was sent with, while its answer is on screen. */
export function ingredientsOf(core: Core, step: string): Ingredients {
  const { values, sentWith, edits } = core.kept.value;
  const { clientId, redirectUri, clientSecret, clientType, settings, isDemo } = core.app.value;
  const current = Object.fromEntries(
    Object.entries(values).map(([name, held]) => [name, held.value]),
  );
  return {
    inputs: {
      client_id: clientId,
      redirect_uri: redirectUri,
      ...(clientSecret === undefined ? {} : { client_secret: clientSecret }),
      ...(settings && !isDemo ? { scope: settings.scopes.join(' ') } : {}),
    },
    clientType,
    values: sentWith[step] ?? current,
    edits: edits[step] ?? {},
  };
}

/** A step's request as Send would put it on the wire now. */
export function wireRequest(core: Core, step: FlowStep): ExchangeRequest | undefined {
  if (!step.request) return undefined;
  const rows = rowsOf(step.request, ingredientsOf(core, step.id));
  const shape = core.kept.value.shapes?.[step.id];
  const { origin, endpoints } = core.server.value;
  const endpoint = endpoints?.[taskOf(step)];
  if (endpoint === undefined) return requestOf(step.request, rows, origin, shape);
  return requestOf({ ...step.request, path: endpoint }, rows, '', shape);
}

function stateOf(row: Row): RowState {
  if (!row.sent) return { kind: 'left-out', usual: row.edit === undefined };
  if (row.edit?.kind !== 'value') return { kind: 'untouched' };
  const isPutIn = row.parameter.leftOut === true;
  return row.value !== row.original || isPutIn ? { kind: 'edited' } : { kind: 'untouched' };
}

/** A row as the reader sees it. */
export function rowView(core: Core, row: Row): RequestRow {
  const { name, source } = row.parameter;
  const flowValue = valueIn(row.parameter, core.flow.values);
  return {
    name,
    value: row.value,
    original: row.original,
    place: row.place,
    state: stateOf(row),
    parameter: row.parameter,
    ...(flowValue ? { flowValue: { name: flowValue.name, maker: flowValue.maker } } : {}),
    ...(row.awaited && flowValue ? { awaited: awaitedNote(core, flowValue) } : {}),
    ...(row.awaited && source.kind === 'basic'
      ? { awaited: 'The sandbox sends it with the app’s secret' }
      : {}),
  };
}
