import { describe, expect, it } from 'vitest';
import { diagnoseRecognised } from '../paste/diagnose-paste.ts';
import { recogniseAll as recognise } from '../recognise/recognise-all.ts';
import type { Told } from './messages.ts';
import { createReader, largestFile, type PastedFile, type ReaderParts } from './reader.ts';
import { serve } from './serve.ts';

const secret = 'AbCdEfGh12345678secretish';
const body = `grant_type=refresh_token&refresh_token=${secret}&client_id=EXAMPLEclientIdAbc0001`;

function aReader(parts: Partial<ReaderParts> = {}) {
  const judged: string[] = [];
  const reader = createReader({
    now: () => 0,
    judge: (read, beside) => {
      judged.push(read.text);
      return diagnoseRecognised(read, beside);
    },
    readHar: async (octets, { signal, onProgress }) => {
      let text = '';
      for await (const part of octets) {
        signal?.throwIfAborted();
        text += new TextDecoder().decode(part);
        onProgress?.(text.length);
      }
      return { ...recognise(text), har: { entries: 1, kept: 1, isSanitized: false } };
    },
    ...parts,
  });
  return { reader, judged };
}

const file = (...parts: (string | Uint8Array<ArrayBuffer>)[]): PastedFile => new Blob(parts);
const reasonOf = async (answer: Promise<object>): Promise<unknown> =>
  'reason' in (await answer) ? ((await answer) as { reason: string }).reason : 'shown';

describe('the reader of pastes', () => {
  it('shows the paste masked and judges it as it was', async () => {
    const { reader, judged } = aReader();
    const answer = await reader.read(body);
    expect(JSON.stringify(answer)).not.toContain(secret);
    expect(judged).toEqual([body]);
  });

  it('reads a label of the text that it showed as what it stands for', async () => {
    const { reader, judged } = aReader();
    const first = await reader.read(body);
    const text = first.kind === 'shown' ? first.shown.text : '';
    expect(text).toContain('masked-refresh_token-1-25chars');
    const second = await reader.read(`${text}\nOAU-213`);
    expect(judged[1]).toBe(`${body}\nOAU-213`);
    expect(JSON.stringify(second)).not.toContain(secret);
  });

  it('judges again what it read last, and nothing once it has forgotten', async () => {
    const { reader, judged } = aReader();
    expect(await reasonOf(reader.judgeAgain())).toBe('forgotten');
    await reader.read(body);
    expect(await reasonOf(reader.judgeAgain())).toBe('shown');
    expect(judged).toEqual([body, body]);
    reader.forget();
    expect(await reasonOf(reader.judgeAgain())).toBe('forgotten');
    await reader.read('refresh_token=masked-refresh_token-1-25chars');
    expect(judged[2]).toBe('refresh_token=masked-refresh_token-1-25chars');
  });

  it.each<[string, PastedFile]>([
    ['empty', file()],
    ['empty', file(' \n ')],
    ['picture', file(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]))],
    ['picture', file('RIFF\0\0\0\0WEBPVP8 ')],
    ['binary', file(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))],
    ['too large', { size: largestFile + 1, stream: () => new Blob().stream() }],
    ['shown', file(body)],
    ['shown', file('\ufeff{"error":"invalid_grant"}')],
    [
      'shown',
      file(
        new Uint8Array([
          0xff,
          0xfe,
          ...new Uint8Array(Uint16Array.from([...body], (sign) => sign.charCodeAt(0)).buffer),
        ]),
      ),
    ],
    ['shown', file('{"log":{"entries":[', body, ']}}')],
  ])('answers a file: %s', async (reason, pasted) => {
    expect(await reasonOf(aReader().reader.readFile(pasted))).toBe(reason);
  });

  it('says that a HAR holds no request', async () => {
    const { reader } = aReader({
      readHar: () =>
        Promise.resolve({ ...recognise(' '), har: { entries: 0, kept: 0, isSanitized: false } }),
    });
    expect(await reasonOf(reader.readFile(file('{"log":{}}')))).toBe('unknown file');
  });

  it('refuses what holds more secrets than are looked for', async () => {
    const many = Array.from({ length: 2_100 }, (_, at) => `code=c${at}!xy`).join('&');
    expect(await reasonOf(aReader().reader.read(many))).toBe('too many secrets');
  });

  it('tells a fault by its name alone, since a message may repeat the paste', async () => {
    const { reader } = aReader({ judge: () => Promise.reject(new TypeError(body)) });
    const answer = await reader.read(body);
    expect(answer).toMatchObject({ reason: 'fault' });
    expect(JSON.stringify(answer)).not.toContain(secret);
  });
});

describe('a worker around it', () => {
  it('answers by the id of the question, tells the progress of a file, and stops', async () => {
    const told: Told[] = [];
    const { reader } = aReader();
    const ask = serve(reader, (one) => told.push(one));
    ask({ kind: 'read', id: 1, text: body });
    ask({ kind: 'read file', id: 2, file: new Blob(['{"log":{', body]), name: 'a.har' });
    ask({ kind: 'read file', id: 3, file: new Blob(['{"log":{', body]), name: 'b.har' });
    ask({ kind: 'cancel', id: 3 });
    await expect.poll(() => told.filter(({ kind }) => kind !== 'progress').length).toBe(3);
    expect(told.find(({ kind, id }) => kind === 'shown' && id === 1)).toBeDefined();
    expect(told.find(({ kind, id }) => kind === 'progress' && id === 2)).toMatchObject({
      of: body.length + 8,
    });
    expect(told.find(({ id, kind }) => id === 3 && kind === 'failed')).toMatchObject({
      reason: 'cancelled',
    });
  });
});
