// Finds the Chromium that the browser tests drive: CHROMIUM_PATH, then a system one, then Playwright's own,
// then, as root on Debian, the system's package. Never skips. The headless shell comes first: it is the same
// engine without the windows that nobody sees, and the tests take a quarter less time.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { inCi, installPackages } from './debian-packages.mjs';

const shell = 'chromium-headless-shell';
const all = [shell, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(names = all) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const name of names) {
    const found = folders.map((folder) => join(folder, name)).find(isExecutable);
    if (found) return found;
  }
  return undefined;
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

const debianPackage = () => (installPackages([shell]) ? onPath() : undefined);

/** The path of a Chromium, or an error whose message says what to install. */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(
      `CHROMIUM_PATH names ${named}, which is not an executable file. Correct it or unset it.`,
    );
  }
  if (inCi && !onPath([shell])) installPackages([shell]);
  const found = onPath() ?? (await playwrightsOwn()) ?? debianPackage();
  if (found) return found;
  throw new Error(
    'The browser tests need Chromium: install it from your system (Debian: apt-get install chromium), run `npx playwright install chromium`, or set CHROMIUM_PATH.',
  );
}
