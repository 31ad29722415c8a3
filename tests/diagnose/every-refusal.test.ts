import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certaintyOf } from '#diagnosis/finding.ts';
import { diagnosePaste } from '#diagnosis/paste/diagnose-paste.ts';
import { ruleOf } from '../conformance/rules.ts';
import { runRow } from '../conformance/run.ts';
import { table } from '../conformance/table/index.ts';
import { type Host, nodeHost } from '../findings/transports.ts';
import { type Captured, capturing } from './captured.ts';
import { answerAlone, httpText } from './pasted-as.ts';

/** What each refusal is, whoever asks: the same answer to the same kind of request is pasted once. */
const keyOf = ({ method, url, code, responseBody }: Captured): string =>
  [method, new URL(url).pathname, code, responseBody].join(' ');

describe('what each rule of the conformance table refuses, pasted', () => {
  let host: Host;
  const refusals = new Map<string, Captured>();
  beforeAll(async () => {
    host = await nodeHost();
    const met = new Set<string>();
    for (const row of Object.values(table).flat()) {
      // One row of a rule shows its refusal; the others hold how it decides.
      if (!row.presets.includes('ringcentral') || met.has(ruleOf(row.id))) continue;
      met.add(ruleOf(row.id));
      const { transport, captured } = capturing(host);
      await runRow(row, transport, { preset: 'ringcentral' });
      for (const one of captured) if (one.code !== undefined) refusals.set(keyOf(one), one);
    }
  });
  afterAll(() => host.close());

  it.each([
    ['its answer alone', answerAlone],
    ['as HTTP text', (one: Captured) => httpText([one])],
  ] as const)('%s: told by its code wherever that stands in it', async (_way, write) => {
    const others: string[] = [];
    const codes = new Set<string>();
    let pastes = 0;
    for (const one of refusals.values()) {
      const { code = '' } = one;
      const paste = write(one);
      // A redirect brings the RFC's word alone: the cause is told by the request, or asked for.
      const stands = paste.includes(code);
      const [first] = (await diagnosePaste(paste, { now: Date.now() })).findings;
      const isTold = first !== undefined && [first.id, first.code].includes(code);
      pastes += 1;
      codes.add(code);
      if (stands ? !isTold : first === undefined) {
        const said = first ? `${certaintyOf(first)} ${first.id} ${first.title}` : 'nothing';
        others.push(`${code}: ${said}`);
      }
    }
    console.log(`${pastes} refusals with ${codes.size} codes, told otherwise ${others.length}`);
    expect(others).toEqual([]);
  });
});
