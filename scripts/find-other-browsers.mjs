// Finds Firefox and WebKit for the walks of tests/other-browsers: those of the machine, and, as root on
// Debian, the system's packages. What is not here all the same is said, and is no failure.
import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackages } from './debian-packages.mjs';

const onPath = (names) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));

const kinds = {
  Firefox: {
    packages: ['firefox-esr'],
    find: () => {
      const firefox = onPath(['firefox-esr', 'firefox']);
      return firefox && { firefox };
    },
  },
  WebKit: {
    // MiniBrowser has no window without a display.
    packages: ['webkit2gtk-driver', 'xvfb'],
    find: () => {
      const driver = onPath(['WebKitWebDriver']);
      const display = onPath(['Xvfb']);
      const [browser] = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser');
      return driver && display && browser && { driver, display, browser };
    },
  },
};

/**
 * Where a browser's programs are.
 *
 * @param name `Firefox` or `WebKit`
 * @returns their paths by name, or the sentence that says what is missing
 */
export function findOther(name) {
  const { packages, find } = kinds[name];
  const found = find() ?? (installPackages(packages) ? find() : undefined);
  return (
    found ??
    `Not run here: ${name} is missing, and so are its walks (Debian: apt-get install ${packages.join(' ')})`
  );
}
