import { expect, test } from 'vitest';
import { toldSources } from './sources-told.ts';

const guide = 'https://github.com/ringcentral/ringcentral-api-docs/issues/33';

test('a source stands once, with its fullest name, the last day and how often it is cited', () => {
  expect(
    toldSources([
      { label: 'Errors', href: guide, checked: '2026-11-28' },
      { label: 'RingCentral developer guide, Errors', href: `${guide}#x`, checked: '2026-11-23' },
      { label: 'Errors', href: guide },
    ]),
  ).toEqual([
    {
      title: 'RingCentral’s developer guide',
      sources: [
        {
          label: 'RingCentral developer guide, Errors',
          href: guide,
          checked: '2026-11-28',
          citedBy: 3,
        },
      ],
    },
  ]);
});

test('groups by who publishes, RFCs by number', () => {
  const told = toldSources([
    { label: 'An issue', href: 'https://github.com/someone/else/issues/1' },
    { label: 'RFC 10017', href: 'https://www.rfc-editor.org/info/rfc10017' },
    { label: 'RFC 6749', href: 'https://www.rfc-editor.org/rfc/rfc6749.html' },
    { label: 'FAQ', href: 'https://github.com/ringcentral/ringcentral-faq' },
    { label: 'Thread', href: 'https://community.ringcentral.com/x' },
  ]);
  expect(told.map(({ title, sources }) => [title, sources.map(({ label }) => label)])).toEqual([
    ['RFCs', ['RFC 6749', 'RFC 10017']],
    ['RingCentral’s API description, SDKs, FAQ, community and support', ['FAQ', 'Thread']],
    ['Others', ['An issue']],
  ]);
});
