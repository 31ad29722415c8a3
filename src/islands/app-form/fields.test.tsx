// @vitest-environment happy-dom
import type { FunctionComponent } from 'preact';
import { describe, expect, it } from 'vitest';
import { described, draw } from '#islands/parts/testing/draw.ts';
import { AudienceField } from './AudienceField.tsx';
import { emptyDraft } from './draft.ts';
import type { FieldProps } from './fields.ts';
import { MethodsField } from './MethodsField.tsx';
import { NameField } from './NameField.tsx';
import { PlatformField } from './PlatformField.tsx';
import { noProblems, type ProblemField } from './problems.ts';
import { RedirectUris } from './RedirectUris.tsx';
import { ScopesField } from './ScopesField.tsx';

const fields: [ProblemField, FunctionComponent<FieldProps>, string[]][] = [
  ['name', NameField, []],
  ['audience', AudienceField, []],
  ['platformType', PlatformField, []],
  ['methods', MethodsField, []],
  ['redirectUris', RedirectUris, ['https://app.example.com/cb', 'https://app.example.com/cb']],
  // None is there, where one is needed.
  ['redirectUris', RedirectUris, []],
  ['scopes', ScopesField, []],
];

describe.each(fields)('what is wrong with %s', (name, Field, redirectUris) => {
  const message = 'The sandbox refuses this.';
  const props: FieldProps = {
    draft: { ...emptyDraft, redirectUris },
    edit: () => undefined,
    problems: { ...noProblems, fields: { [name]: message }, count: 1 },
  };

  it(`is read with a control that can take the focus (${redirectUris.length} redirect URIs)`, async () => {
    const { getByText } = await draw(<Field {...props} />);
    expect(getByText(message)).toBeDefined();
    // Where the form takes the reader who saved.
    const refused = document.querySelector<HTMLElement>('[data-refused]');
    refused?.focus();
    expect(document.activeElement).toBe(refused);
    expect(described(refused as HTMLElement)).toBe(message);
  });

  it('is not said where nothing is wrong', async () => {
    await draw(<Field {...props} problems={noProblems} />);
    expect(document.querySelector('[data-refused], .fd-problem')).toBeNull();
    expect(document.querySelector('[aria-invalid]')).toBeNull();
  });
});
