import { describe, expect, it } from 'vitest';
import { finding } from '../finding.ts';
import { show } from '../hide/show.ts';
import { diagnosePaste } from '../paste/diagnose-paste.ts';
import { recogniseAll as recognise } from '../recognise/recognise-all.ts';
import { replyTo } from '../reply/reply.ts';
import { voices } from '../reply/voices.ts';
import { corpusCaseOf } from './corpus-case.ts';
import { reportOf } from './report.ts';

const paste = `POST /restapi/oauth/token HTTP/1.1
Host: platform.ringcentral.com
Content-Type: application/x-www-form-urlencoded

grant_type=refresh_token&refresh_token=AbCdEfGh12345678&client_id=EXAMPLEclientIdAbc0001

HTTP/1.1 400 Bad Request
RCRequestId: 5d0e1f2a-0000-11f1-0000-0050560000ad
Date: Fri, 27 Nov 2026 09:00:00 GMT

{"error":"invalid_grant","errors":[{"errorCode":"OAU-213","message":"Token not found"}]}

\`\`\` <img src=x onerror=alert(1)> call +12025550143`;

const read = recognise(paste);
const at = read.text.indexOf('refresh_token=Ab');
const shown = show({
  ...read,
  findings: [
    finding({
      id: 'OAU-213',
      title: 'The token is not known',
      why: 'It was used before, or it is <b>another</b> app’s.',
      certainty: 'likely',
      claims: [{ text: 'The server answered OAU-213', certainty: 'certain' }],
      code: 'OAU-213',
      who: 'developer',
      fix: 'Keep the newest token.',
      lacks: 'When was it issued?',
      evidence: [
        { source: 'pasted', parameter: 'refresh_token', range: { from: at, to: at + 30 } },
      ],
      excluded: [{ cause: 'The app may not refresh', code: 'OAU-251' }],
    }),
    finding({ id: 'LINT-003', kind: 'risk', title: 'It holds a token', why: 'It does.' }),
  ],
});

describe('a report', () => {
  it('has verdict, proof, what is excluded, what an operator asks for, and what was removed', () => {
    const text = reportOf(shown, 'text');
    for (const line of [
      '- The token is not known (likely)',
      '- The server answered OAU-213 (certain)',
      '- Change: Keep the newest token.',
      '- Who: the app’s developer',
      '- To ask for: When was it issued?',
      '- refresh_token: grant_type=refresh_token&refresh_token=masked-refresh_token-1-16chars&client_id=EXAMPLEclientIdAbc0001',
      '- The app may not refresh (would be OAU-251)',
      '- risk, certain: It holds a token',
      '- Request ids: 5d0e1f2a-0000-11f1-0000-0050560000ad',
      '- Times (UTC): 2026-11-27T09:00:00.000Z',
      '- Host: platform.ringcentral.com',
      '- Client id: EXAMPLEclientIdAbc0001',
      '- Status: 400 /restapi/oauth/token',
      '- Codes: OAU-213',
      '- Excluded: The app may not refresh (would be OAU-251)',
      '- refresh token: 1 value, 1 place',
      '- phone number: 1 value, 1 place',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    expect(text).not.toMatch(/AbCdEfGh12345678|2025550143/);
  });

  it('makes no markup of what was pasted', () => {
    const markdown = reportOf(shown, 'markdown');
    expect(markdown).toContain('## Verdict');
    expect(markdown).toContain('it is &lt;b>another&lt;/b> app’s');
    // The paste has a fence of its own, so the report's is longer.
    const [, quoted] = /\n````text\n([\s\S]*)\n````\n$/.exec(markdown) ?? [];
    expect(quoted).toBe(shown.text);
  });

  it.each([
    // In the title, in a name of the evidence, in a member of a form, and in one of a JSON answer.
    'http://localhost:5000/cb?error=no%0A%0A%23+FORGED&error_description=%0A%23%20FORGED&state=x',
    '{"error":"no\\n\\n# FORGED","error_description":"no\\n\\n# FORGED"}',
    paste.replace('refresh_token&', 'refresh_token%0A%0A%23+FORGED&'),
    paste.replaceAll('OAU-213', 'OAU-213\\n\\n# FORGED'),
    'https://platform.ringcentral.com/restapi/oauth/authorize?response_type=code&client_id=a%0A%23+FORGED&redirect_uri=https://a.example/%0A%23+FORGED%23',
  ])('has no line that a decoded value brings: %s', async (pasted) => {
    const found = show(await diagnosePaste(pasted, { now: 0 }));
    for (const form of ['markdown', 'text'] as const) {
      const [own] = reportOf(found, form).split(/what was pasted, masked/i);
      expect(own).not.toMatch(/^# FORGED/m);
    }
    for (const voice of voices) expect(replyTo(found, voice)).not.toMatch(/^# FORGED/m);
  });

  it('says that nothing is wrong where nothing is', () => {
    expect(reportOf({ ...shown, findings: [] }, 'text')).toContain(
      '- The paste shows nothing wrong',
    );
  });

  it('and a case for the corpus is masked', () => {
    const text = corpusCaseOf(shown, 'Two servers shared one token');
    expect(text).not.toMatch(/AbCdEfGh12345678|2025550143/);
    expect(JSON.parse(text)).toMatchObject({
      paste: shown.text,
      cause: 'Two servers shared one token',
    });
  });
});
