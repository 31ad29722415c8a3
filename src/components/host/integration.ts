import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeWorker } from './write-worker.ts';

/**
 * The sandbox's paths begin at the root, as RingCentral's do, and a worker hears
 * what lies under its own address alone.
 *
 * @throws when the site is to live below the root
 */
export function refuseSubPath(base: string): void {
  if (base === '' || base === '/') return;
  throw new Error(
    `The site lives at the root of an origin: its sandbox answers /restapi/oauth/authorize. Remove base: "${base}" and give the site a host name of its own.`,
  );
}

/** Makes the built site one that any static host can serve, sandbox included. Comes last: it lists what the others wrote. */
export function serviceWorker(): AstroIntegration {
  return {
    name: 'service-worker',
    hooks: {
      'astro:config:done': ({ config }) => refuseSubPath(config.base),
      'astro:build:done': async ({ dir, logger }) => {
        const version = await writeWorker(fileURLToPath(dir));
        logger.info(`worker of version ${version} written`);
      },
    },
  };
}
