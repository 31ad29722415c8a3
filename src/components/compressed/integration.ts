import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeCopies } from './write-copies.ts';

/** The built site's texts in Brotli and gzip, for hosts that serve copies. Comes last: it copies what the others wrote. */
export function compressedCopies(): AstroIntegration {
  return {
    name: 'compressed-copies',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        logger.info(`${await writeCopies(fileURLToPath(dir))} files copied in Brotli and gzip`);
      },
    },
  };
}
