import { computed } from '@preact/signals';
import { requestOf, rowsOf, stepNumber, valueIn } from '#flows/runner.ts';
import type { Edit, Ingredients, Misshape, Row } from '#flows/runner.ts';
import type { FlowStep } from '#flows/flow.ts';
import type { ExchangeRequest } from '#protocol/exchange.ts';
import type { Core } from './core.ts';
import { describeEdit } from './describe-edit.ts';
import type { RequestRow, RowState } from './types.ts';
import { without } from './without.ts';

/** What a step's request is made from: the values that it was sent with, while its answer is on screen. */
export function ingredientsOf(core: Core, step: string): Ingredients {
  const { values, sentWith, edits } = core.kept.value;
  const { clientId, redirectUri, clientSecret, clientType } = core.app.value;
  const current = Object.fromEntries(
    Object.entries(values).map(([name, held]) => [name, held.value]),
  );
  return {
    inputs: {
      client_id: clientId,
      redirect_uri: redirectUri,
      ...(clientSecret === undefined ? {} : { client_secret: clientSecret }),
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
  return requestOf(step.request, rows, core.server.value.origin, shape);
}

function stateOf(row: Row): RowState {
  if (!row.sent) return { kind: 'left-out', usual: row.edit === undefined };
  if (row.edit?.kind !== 'value') return { kind: 'untouched' };
  if (row.value !== row.original) {
    return { kind: 'edited', description: describeEdit(row.original, row.value) };
  }
  return row.parameter.leftOut ? { kind: 'edited', description: 'put in' } : { kind: 'untouched' };
}

/** The open step's rows and request, and what the reader does to them. */
export function createRows(core: Core) {
  const { flow } = core;

  const view = (row: Row): RequestRow => {
    const flowValue = valueIn(row.parameter, flow.values);
    return {
      name: row.parameter.name,
      value: row.value,
      original: row.original,
      place: row.place,
      state: stateOf(row),
      parameter: row.parameter,
      ...(flowValue ? { flowValue: { name: flowValue.name, maker: flowValue.maker } } : {}),
      ...(row.awaited && flowValue
        ? { awaited: `Arrives when step ${stepNumber(flow.steps, flowValue.arrivesAt)} succeeds` }
        : {}),
      ...(row.awaited && row.parameter.source.kind === 'basic'
        ? { awaited: 'Arrives with the app’s secret, from the sandbox' }
        : {}),
    };
  };

  const rows = computed((): readonly RequestRow[] => {
    const { id, request } = core.open.value;
    return request ? rowsOf(request, ingredientsOf(core, id)).map(view) : [];
  });

  const setEdits = (step: string, edits: Record<string, Edit>): void =>
    core.update({ edits: { ...core.kept.value.edits, [step]: edits } });

  const setEdit = (step: string, name: string, edit: Edit | undefined): void => {
    const others = without(core.kept.value.edits[step] ?? {}, name);
    setEdits(step, edit ? { ...others, [name]: edit } : others);
  };

  const setShape = (step: string, shape: Misshape | undefined): void => {
    const others = without(core.kept.value.shapes ?? {}, step);
    core.update({ shapes: shape ? { ...others, [step]: shape } : others });
  };

  const here = (): string => core.open.value.id;
  const rowNamed = (name: string) => rows.value.find((row) => row.name === name);

  return {
    rows,
    editedCount: computed(
      () =>
        rows.value.filter(
          ({ state }) => state.kind === 'edited' || (state.kind === 'left-out' && !state.usual),
        ).length + (core.kept.value.shapes?.[core.open.value.id] ? 1 : 0),
    ),
    shape: computed(() => core.kept.value.shapes?.[core.open.value.id]),
    request: computed(() => wireRequest(core, core.open.value)),
    setEdit,
    edit: (name: string, value: string) => {
      const row = rowNamed(name);
      const same = row !== undefined && row.original === value && row.parameter.leftOut !== true;
      // An edit taken back follows the flow's value again, such as the next code.
      setEdit(here(), name, same ? undefined : { kind: 'value', value });
    },
    leaveOut: (name: string) =>
      setEdit(here(), name, rowNamed(name)?.parameter.leftOut ? undefined : { kind: 'left-out' }),
    putIn: (name: string) =>
      setEdit(here(), name, { kind: 'value', value: rowNamed(name)?.original ?? '' }),
    restore: (name: string) => setEdit(here(), name, undefined),
    restoreAll: () => {
      setEdits(here(), {});
      setShape(here(), undefined);
    },
    setShape,
  };
}
