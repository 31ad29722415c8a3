import { describe, expect, it } from 'vitest';
import { authCodePkce } from './auth-code-pkce.ts';
import { transcriptSchema } from './transcript.ts';

describe('auth-code-pkce as data', () => {
  const { steps, values } = authCodePkce;
  const parameters = steps.flatMap(({ request }) =>
    request ? [...request.headers, ...request.parameters] : [],
  );

  it('has the eight steps of the pictures', () => {
    expect(steps.map(({ id }) => id)).toEqual([
      'prepare',
      'authorize',
      'sign-in',
      'return',
      'token',
      'api',
      'refresh',
      'revoke',
    ]);
  });

  it('keeps a note beside an answer on one line of 36 characters', () => {
    const notes = steps
      .filter(({ kind }) => kind === 'request')
      .flatMap(({ answerNotes }) => Object.values(answerNotes));
    expect(notes.filter((note) => note.length > 36)).toEqual([]);
  });

  it('names only values and steps that exist', () => {
    const named = parameters.flatMap(({ source }) =>
      source.kind === 'value' ? [source.name] : [],
    );
    expect(named.filter((name) => !values.some((value) => value.name === name))).toEqual([]);
    expect(values.filter(({ arrivesAt }) => !steps.some(({ id }) => id === arrivesAt))).toEqual([]);
  });

  it('explains every parameter with a section of a specification', () => {
    for (const { name, meaning, spec } of parameters) {
      expect(meaning, name).not.toBe('');
      expect(spec.href, name).toMatch(
        /^https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d+\.html#section-/,
      );
    }
  });

  it('speaks in two sentences at most', () => {
    for (const { summary } of steps) expect(summary.split(/[.;] /).length).toBeLessThanOrEqual(3);
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
