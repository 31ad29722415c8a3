// Finds the Chromium that the browser tests drive: CHROMIUM_PATH, then a system one, then Playwright's own,
// then, as root on Debian, the system's package. Never skips.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { inCi, installPackages } from './debian-packages.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const shell = 'chromium-headless-shell';

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(wanted = names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const name of wanted) {
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

const debianPackage = () => (installPackages(['chromium']) ? onPath() : undefined);

/** The path of a Chromium, or an error whose message says what to install. */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(
      `CHROMIUM_PATH names ${named}, which is not an executable file. Correct it or unset it.`,
    );
  }
  const found = onPath() ?? (await playwrightsOwn()) ?? debianPackage();
  if (found) return found;
  throw new Error(
    'The browser tests need Chromium: install it from your system (Debian: apt-get install chromium), run `npx playwright install chromium`, or set CHROMIUM_PATH.',
  );
}

/** The path of the headless shell: the same engine in a quarter less time, without some of the browser (decision 162). */
export function findShell() {
  if (inCi && !onPath([shell])) installPackages([shell]);
  return onPath([shell]);
}
