import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from './support/axe.ts';
import { expect, test } from './support/test.ts';

test.use({ reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] });

const secret = 'EXAMPLE-KvT9wQ2xLm4Rz8Yb-not-a-secret';
const phone = '+18335550142';
const trace = `ringcentral.http.api_exception.ApiException: HTTP 400 {"error":"unauthorized_client","errors":[{"errorCode":"OAU-251","message":"Unauthorized for this grant type"}],"error_description":"Unauthorized for this grant type"}
POST https://platform.ringcentral.com/restapi/oauth/token
grant_type=password&username=${encodeURIComponent(phone)}&extension=101&password=Sommer-2023-geheim&client_id=EXAMPLEclientIdAbc0001&client_secret=${secret}`;
const secrets = [secret, 'Sommer-2023-geheim'];

const dg = (page: Page): Locator => page.getByRole('region', { name: 'Diagnoser' });
const verdict = (page: Page): Locator => page.getByRole('region', { name: 'The verdict' });
const pasted = (page: Page): Locator => page.getByRole('list', { name: /^What you pasted/ });
const reply = (page: Page): Locator => page.getByRole('textbox', { name: 'Reply' });
const box = (page: Page): Locator => page.getByRole('textbox', { name: 'What failed' });

async function open(page: Page, fragment = ''): Promise<void> {
  await page.goto(`/diagnose/${fragment}`);
  await expect(page.locator('.dg[data-ready]')).toBeVisible();
}

/** As a reader does it: the text stands on the clipboard, and Ctrl+V is pressed wherever the focus is. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((one) => navigator.clipboard.writeText(one), text);
  await page.keyboard.press('Control+V');
}

const clipboard = (page: Page): Promise<string> =>
  page.evaluate(() => navigator.clipboard.readText());

/** Everything of a page that could keep a text: what it shows, its storage, its address, its title. */
async function everything(page: Page): Promise<string> {
  const kept = await page.evaluate(async () => {
    const fields = [...document.querySelectorAll<HTMLTextAreaElement>('textarea, input')];
    const databases = await indexedDB.databases();
    return [
      document.documentElement.outerHTML,
      ...fields.map(({ value }) => value),
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      JSON.stringify(databases),
      document.cookie,
      document.title,
    ].join('\n');
  });
  return `${kept}\n${page.url()}`;
}

test(
  'a ticket in two keys: paste, copy the reply; what was secret is nowhere, and Escape forgets it',
  { tag: ['@daily'] },
  async ({ page }) => {
    await open(page);
    await paste(page, trace);
    await expect(verdict(page).getByRole('link', { name: 'OAU-251' })).toHaveAttribute(
      'href',
      '/reference/errors/#oau-251',
    );
    await expect(verdict(page)).toContainText(/This paste has a client secret and a password/);
    await expect(verdict(page)).toContainText('RingCentral’s FAQ knows no reset');
    await expect(pasted(page)).toContainText('client secret 1, 37 characters');
    await expect(page).toHaveTitle(/: OAU-251 · Diagnose · /);

    await page.keyboard.press('Control+Shift+C');
    await expect.poll(() => clipboard(page)).not.toBe(trace);
    const copied = await clipboard(page);
    expect(copied).toBe(await reply(page).inputValue());
    expect(copied).toContain('OAU-251');
    expect(copied).toContain('client secret');
    const all = await everything(page);
    for (const one of [...secrets, phone, phone.slice(1)]) {
      expect(all, one).not.toContain(one);
      expect(copied, one).not.toContain(one);
    }

    await page.keyboard.press('Escape');
    await expect(verdict(page)).toHaveCount(0);
    await expect(box(page)).toBeFocused();
    await expect(box(page)).toHaveValue('');
    expect(await everything(page)).not.toContain('OAU-251 ·');
  },
);

test('the first screen is whole at 1280 x 720, and axe finds nothing, light and dark', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await open(page);
    await expectNoViolations(page);
    await paste(page, trace);
    await expect(reply(page)).toBeVisible();
    await expectNoViolations(page);
    const bottom = await verdict(page)
      .getByRole('button', { name: 'Copy reply' })
      .evaluate((button) => button.getBoundingClientRect().bottom);
    expect(bottom).toBeLessThanOrEqual(720);
  }
});

test('at 320 x 640 the verdict comes first, the reply stays at hand, nothing scrolls sideways', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  await paste(page, trace);
  await expect(verdict(page)).toBeInViewport();
  const copy = page.locator('.dg-bar').getByRole('button', { name: 'Copy reply' });
  await expect(copy).toBeInViewport({ ratio: 1 });
  await copy.click();
  await expect.poll(() => clipboard(page)).not.toBe(trace);
  expect(await clipboard(page)).toContain('OAU-251');
  await expectNoViolations(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});

test('by keyboard alone: an example, its finding lit from the text, voices, settings, the next ticket', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: 'An answer with a code' }).focus();
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toBeVisible();
  const badge = pasted(page)
    .getByRole('button', { name: /^Finding 1: / })
    .first();
  await badge.focus();
  await expect(page.locator('.dg-verdict')).toHaveAttribute('data-lit', 'true');
  await page.keyboard.press('Enter');
  await expect(verdict(page).getByRole('heading', { level: 2 })).toBeFocused();
  await expect(page.locator('.dg-mark').first()).toHaveAttribute('data-lit', 'true');

  const voice = page.getByRole('radiogroup', { name: 'To whom' });
  await voice.getByRole('radio', { name: 'To a developer' }).focus();
  const before = await reply(page).inputValue();
  await page.keyboard.press('ArrowRight');
  await expect(reply(page)).not.toHaveValue(before);
  expect(await reply(page).inputValue()).not.toMatch(/OAuth|grant|token|redirect|client/i);
  await expect(dg(page).getByRole('link', { name: 'For administrators' })).toHaveAttribute(
    'href',
    '/guides/for-administrators/',
  );

  await page.getByRole('button', { name: 'Choose…' }).focus();
  await page.keyboard.press('Enter');
  const how = page.getByRole('radiogroup', { name: 'How does it sign in?' });
  await how.getByRole('radio', { name: 'People sign in' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'Judge by these settings' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.dg-chosen')).toHaveText(/JWT/);
  // The first Escape closes what was opened, the next one forgets the ticket.
  await page.getByRole('button', { name: 'New-app link' }).press('Enter');
  const link = page.getByRole('textbox', { name: 'New-app link of the app' });
  await expect(link).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(link).toHaveCount(0);
  await expect(verdict(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(box(page)).toBeFocused();
});

test('what is typed is masked on a pause, and the box stays where the hands are', async ({
  page,
}) => {
  await open(page);
  await box(page).pressSequentially(`OAU-153 client_secret=${secret}`);
  await expect(box(page)).toHaveValue(/masked-client_secret-1-37chars/);
  await expect(box(page)).toBeFocused();
  await expect(verdict(page).getByRole('link', { name: 'OAU-153' })).toBeVisible();
  expect(await everything(page)).not.toContain(secret);
});

test('a paste belongs to the field that has the focus, unless that is the box', async ({
  page,
}) => {
  await open(page);
  await paste(page, 'OAU-251');
  await expect(reply(page)).toBeVisible();
  await reply(page).fill('');
  await paste(page, 'my own words');
  await expect(reply(page)).toHaveValue('my own words');
  await expect(verdict(page).getByRole('link', { name: 'OAU-251' })).toBeVisible();
});

test('a file by its button, by a drop, and what is none', async ({ page }) => {
  await open(page);
  const file = page.locator('input[type="file"]');
  const buffer = Buffer.from(trace);
  await file.setInputFiles({ name: 'trace.txt', mimeType: 'text/plain', buffer });
  await expect(verdict(page).getByRole('link', { name: 'OAU-251' })).toBeVisible();
  expect(await everything(page)).not.toContain(secret);

  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['{"errorCode":"OAU-153"}'], 'a.json', { type: 'application/json' }));
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(verdict(page).getByRole('link', { name: 'OAU-153' })).toBeVisible();

  await page.keyboard.press('Escape');
  const zip = Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]);
  await file.setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer: zip });
  await expect(page.getByRole('region', { name: 'This is not text' })).toBeVisible();
  await expect(box(page)).toBeVisible();
  await file.setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(' \n') });
  await expect(page.getByRole('region', { name: 'There is nothing in it to read' })).toBeVisible();
});

test('a picture is answered with a field for its words, which offers what is known', async ({
  page,
}) => {
  await open(page);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array([0x89, 0x50])], 'a.png', { type: 'image/png' }));
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  const note = page.getByRole('region', { name: 'A picture cannot be read here' });
  await expect(note).toContainText('Type the code or the words that you see.');
  const field = note.getByRole('combobox', { name: 'Code or words on the picture' });
  await expect(field).toBeFocused();
  await expect(note.locator('datalist option[value="Redirect URIs do not match"]')).toHaveCount(1);
  await field.fill('Redirect URIs do not match');
  await page.keyboard.press('Enter');
  await expect(verdict(page).getByRole('link', { name: 'OAU-109' })).toBeVisible();
});

test('a link asks a customer, and what comes back is masked', async ({ page }) => {
  await open(page);
  await paste(
    page,
    '400 Client Error: Bad Request for url: https://platform.ringcentral.com/restapi/oauth/token',
  );
  await verdict(page).getByRole('button', { name: 'Link to paste it safely' }).click();
  await expect.poll(() => clipboard(page)).toMatch(/\/diagnose\/#ask=/);
  const link = new URL(await clipboard(page));

  await open(page, link.hash);
  await expect(page.getByRole('heading', { name: 'Paste it here, safely' })).toBeVisible();
  const answers = page
    .getByRole('region', { name: 'What you are asked for' })
    .getByRole('listitem');
  await expect(answers).toHaveCount(2);
  await answers.nth(1).getByRole('textbox').fill(`yesterday, my number is ${phone}`);
  await box(page).focus();
  await paste(page, trace);
  await expect(box(page)).toHaveValue(/masked-client_secret-1-37chars/);
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Copy the masked report' }).click();
  await expect.poll(() => clipboard(page)).not.toBe(trace);
  const report = await clipboard(page);
  for (const one of [...secrets, phone]) expect(report, one).not.toContain(one);
  expect(report).toContain('yesterday, my number is ');
  // Back at the desk it is a paste like any other.
  await open(page);
  await paste(page, report);
  await expect(verdict(page).getByRole('link', { name: 'OAU-251' })).toBeVisible();
});

test(
  'a code and a request of the sandbox open by their links, and what is gone or damaged is told',
  { tag: ['@daily'] },
  async ({ page, expectedRefusals }) => {
    expectedRefusals.add(400).add(404);
    await open(page, '#code=OAU-109');
    await expect(verdict(page).getByRole('link', { name: 'OAU-109' })).toBeVisible();

    const help = await page.evaluate(async () => {
      const answer = await fetch('/restapi/oauth/token', {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'no-such-token' }),
        headers: {
          Authorization: `Basic ${btoa('sandbox-server-only:sandbox-server-only-secret')}`,
        },
      });
      return answer.headers.get('link') ?? '';
    });
    const hash = /<[^>]*\/diagnose\/(#event=[^>]+)>; rel="?help/.exec(help)?.[1] ?? 'no link';
    await open(page, hash);
    await expect(verdict(page).getByRole('heading', { level: 2 })).not.toBeEmpty();
    await expect(pasted(page)).toContainText('POST /restapi/oauth/token');
    await expect(verdict(page).locator('.dg-verdict a')).toHaveText(/OAU-2\d\d/);

    await open(page, '#event=11111111-2222-3333-4444-555555555555');
    await expect(
      page.getByRole('region', { name: 'This request is no longer kept' }),
    ).toBeVisible();
    await open(page, '#code=%3Cscript%3E');
    await expect(page.getByRole('region', { name: 'This link cannot be opened' })).toBeVisible();
    await expect(box(page)).toHaveValue('');
  },
);

test('the verdict is said once to who listens', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const region = document.querySelector('.dg [aria-live]');
    if (!region) return;
    new MutationObserver(() => {
      if (region.textContent) said.push(region.textContent);
    }).observe(region, { childList: true, characterData: true, subtree: true });
  });
  await paste(page, 'OAU-251');
  await expect(verdict(page)).toBeVisible();
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  await expect.poll(said).toHaveLength(1);
  expect((await said())[0]).toMatch(/^(certain|likely): .*OAU-251/);
});

test('what a paste brings is text: markup runs nothing and stays in its lines', async ({
  page,
}) => {
  await open(page);
  await paste(
    page,
    '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script> OAU-251',
  );
  await expect(verdict(page)).toBeVisible();
  await expect(pasted(page)).toContainText('<script>window.hacked=1</script>');
  await expect(dg(page).locator('img, script')).toHaveCount(0);
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
});

test('the search leads a pasted error here, with its code alone', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Control+K');
  await page.getByRole('searchbox').fill('{"errorCode":"OAU-251","client_secret":"x"}');
  await page.getByRole('link', { name: /^Diagnose what you pasted/ }).click();
  await expect(page).toHaveURL(/\/diagnose\/#code=OAU-251$/);
  await expect(verdict(page).getByRole('link', { name: 'OAU-251' })).toBeVisible();
});

test('a case link and a report hold the masked case, and the link opens it', async ({ page }) => {
  await open(page);
  await paste(page, '{"errorCode":"OAU-251","client_secret":"' + secret + '"}');
  await verdict(page).getByRole('button', { name: 'Report' }).click();
  const report = page.getByRole('region', { name: 'The report', exact: true });
  await expect(report).toContainText('OAU-251');
  await report.getByText('Markdown').click();
  await report.getByRole('button', { name: 'Copy report' }).click();
  await expect.poll(() => clipboard(page)).toContain('# ');
  expect(await clipboard(page)).not.toContain(secret);
  await expectNoViolations(page);

  await verdict(page).getByRole('button', { name: 'Case link' }).click();
  await expect.poll(() => clipboard(page)).toMatch(/\/diagnose\/#case=2\./);
  const link = new URL(await clipboard(page));
  const title = await verdict(page).getByRole('heading', { level: 2 }).textContent();
  await page.goto('/');
  await open(page, link.hash);
  await expect(verdict(page).getByRole('heading', { level: 2 })).toHaveText(title ?? '');
  await expect(pasted(page)).toContainText('client secret 1, 37 characters');
  await open(page, `${link.hash.slice(0, -6)}AAAAAA`);
  await page.reload();
  await expect(page.getByRole('region', { name: 'This link cannot be opened' })).toBeVisible();
});

test('the proof: the same failure in the sandbox, the fix, and the run that passes', async ({
  page,
  expectedRefusals,
}) => {
  expectedRefusals.add(400);
  await open(page);
  await paste(
    page,
    '{"error":"invalid_grant","errors":[{"errorCode":"OAU-109","message":"Redirect URIs do not match"}]}',
  );
  await verdict(page).getByRole('button', { name: 'Prove it' }).click();
  const proof = page.getByRole('region', { name: 'The proof' });
  await expect(proof).toContainText(
    'The sandbox shows the same failure, and with the fix it works.',
  );
  await expect(proof.getByRole('heading')).toHaveText(['Replayed', 'The fix', 'Run again']);
  await expect(proof.locator('del').first()).toContainText('redirect_uri');
  await expectNoViolations(page);
});
