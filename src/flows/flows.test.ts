import { describe, expect, it } from 'vitest';
import type { FlowDefinition } from './flow.ts';
import { flowNames, flowTitles } from './ids.ts';
import { loadMistakes } from './mistake-registry.ts';
import { loadFlow } from './registry.ts';
import { taskOf } from './task.ts';
import { transcriptSchema } from './transcript.ts';

const flows = await Promise.all(flowNames.map(loadFlow));
const byId = new Map(flows.map((flow) => [flow.id, flow]));

const stepIds = (id: FlowDefinition['id']) => byId.get(id)?.steps.map((step) => step.id);
const parametersOf = ({ steps }: FlowDefinition) =>
  steps.flatMap(({ request }) => (request ? [...request.headers, ...request.parameters] : []));

describe('the flows', () => {
  it('are eight, each under its own name', () => {
    expect(flows.map(({ id }) => id)).toEqual(flowNames);
    expect(flows.map(({ title }) => title)).toEqual(Object.values(flowTitles));
  });

  it('have the steps of the pictures, and their own', () => {
    expect(stepIds('auth-code-pkce')).toEqual([
      'prepare',
      'authorize',
      'sign-in',
      'return',
      'token',
      'api',
      'refresh',
      'revoke',
    ]);
    expect(stepIds('auth-code')).toEqual(stepIds('auth-code-pkce'));
    expect(stepIds('implicit')).toEqual([
      'prepare',
      'authorize',
      'sign-in',
      'return',
      'api',
      'revoke',
    ]);
    expect(stepIds('password')).toEqual(['ask', 'token', 'api', 'refresh', 'revoke']);
    expect(stepIds('jwt')).toEqual(['credential', 'token', 'api', 'refresh', 'revoke']);
    expect(stepIds('refresh-token')).toEqual([
      'hold',
      'api',
      'refresh',
      'api-old',
      'api-new',
      'refresh-again',
    ]);
    expect(stepIds('revocation')).toEqual(['hold', 'api', 'revoke', 'api-again', 'refresh-again']);
    expect(stepIds('call-the-api')).toEqual(['hold', 'api', 'extensions', 'call-log']);
  });

  it('name a secret only for an app that has one, and itself for one that has none', () => {
    for (const flow of flows) {
      for (const step of flow.steps) {
        if (!step.request || step.to !== 'authorization-server') continue;
        if (taskOf(step) === 'authorize') continue;
        const all = [...step.request.headers, ...step.request.parameters];
        expect(
          all.filter(({ when }) => when === 'confidential').map(({ source }) => source),
        ).toEqual([{ kind: 'basic' }]);
        expect(all.filter(({ when }) => when === 'public').map(({ name }) => name)).toEqual([
          'client_id',
        ]);
      }
    }
  });
});

describe.each(flows)('$id as data', (flow) => {
  const { steps, values } = flow;
  const parameters = parametersOf(flow);

  it('keeps a note beside an answer on one line of 36 characters', () => {
    const notes = steps
      .filter(({ kind }) => kind === 'request')
      .flatMap(({ answerNotes }) => Object.values(answerNotes));
    expect(notes.filter((note) => note.length > 36)).toEqual([]);
  });

  it('names only values, steps and flows that exist', () => {
    const named = parameters.flatMap(({ source }) =>
      source.kind === 'value' ? [source.name] : [],
    );
    const kept = steps.flatMap(({ keeps }) => Object.entries(keeps ?? {}).flat());
    const known = values.map(({ name }) => name);
    expect([...named, ...kept].filter((name) => !known.includes(name))).toEqual([]);
    expect(values.filter(({ arrivesAt }) => !steps.some(({ id }) => id === arrivesAt))).toEqual([]);
    expect(flow.then.filter((id) => !byId.has(id))).toEqual([]);
  });

  it('draws only actors that it has, and a value’s purpose fits its chip', () => {
    const drawn = steps.flatMap(({ diagram, from, to }) => [
      from,
      to,
      ...diagram.flatMap((line) => (line.kind === 'note' ? [line.at] : [line.from, line.to])),
    ]);
    expect(drawn.filter((actor) => !flow.actors.includes(actor))).toEqual([]);
    expect(values.filter(({ purpose }) => purpose.length > 44)).toEqual([]);
  });

  it('explains every parameter with a section of a specification', () => {
    for (const { name, meaning, spec, folded } of parameters) {
      expect(meaning, name).not.toBe('');
      // What is RingCentral’s own stands in its own documents.
      if (folded) {
        expect(spec.href, name).toMatch(/ringcentral/);
        continue;
      }
      expect(spec.href, name).toMatch(
        /^https:\/\/(www\.rfc-editor\.org\/rfc\/rfc\d+\.html#(section|appendix)-|openid\.net\/specs\/)/,
      );
    }
  });

  it('offers the optional parameters of the sign-in folded, and sends none of them', () => {
    const folded = parameters.filter((parameter) => parameter.folded);
    const signsIn = steps.some((step) => taskOf(step) === 'authorize');
    // Implicit has prompt among its own: apps renewed tokens by it.
    const own = flow.id === 'implicit' ? 'prompt' : '';
    expect(folded.map(({ name }) => name)).toEqual(
      signsIn
        ? ['login_hint', 'prompt', 'ui_locales', 'display', 'brand_id'].filter((n) => n !== own)
        : [],
    );
    for (const one of folded) expect(one).toMatchObject({ leftOut: true, required: false });
  });

  it('speaks in two sentences at most', () => {
    for (const { summary } of steps) expect(summary.split(/[.;:] /).length).toBeLessThanOrEqual(3);
  });

  it('leads from every step but the last to the next', () => {
    const silent = steps
      .slice(0, -1)
      .filter(({ kind }) => kind !== 'navigate' && kind !== 'sign-in')
      .filter(({ next }) => next === undefined);
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('can be passed to an island as JSON', () => {
    expect(JSON.parse(JSON.stringify(flow))).toEqual(flow);
  });
});

describe.each(flows)('mistakes of $id', (flow) => {
  it('are made at steps and rows that exist, each under its own name', async () => {
    const mistakes = await loadMistakes(flow.id);
    const ids = mistakes.map(({ id, when }) => `${id} ${when ?? ''}`);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, step: at, after, edits } of mistakes) {
      const step = flow.steps.find((one) => one.id === at);
      if (after) expect(flow.steps.map((one) => one.id)).toContain(after);
      expect(step?.request, id).toBeDefined();
      const names = step?.request
        ? [...step.request.headers, ...step.request.parameters].map(({ name }) => name)
        : [];
      for (const edit of edits) {
        expect(names, id).toContain('name' in edit ? edit.name : 'Authorization');
        if (edit.kind === 'swap') expect(flow.values.map(({ name }) => name)).toContain(edit.value);
      }
    }
  });

  it('offer three different answers to guess from', async () => {
    for (const { id, predicted, decoys } of await loadMistakes(flow.id)) {
      const answers = [predicted, ...decoys].map((one) => JSON.stringify(one));
      expect(new Set(answers).size, id).toBe(3);
    }
  });
});

describe('a transcript', () => {
  it('reads exchanges with or without settings, and nothing else', () => {
    expect(transcriptSchema.safeParse({ exchanges: [] }).success).toBe(true);
    expect(transcriptSchema.safeParse({ exchanges: [], settings: { name: 'x' } }).success).toBe(
      true,
    );
    expect(transcriptSchema.safeParse({ exchanges: [{ id: 1 }] }).success).toBe(false);
  });
});
