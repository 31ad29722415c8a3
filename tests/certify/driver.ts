import type { Act } from '#sandbox/certify/challenge.ts';
import { Browser } from '../quick-starts/support/browser.ts';
import { drive } from './drive.ts';

/** A driver as a reader would write one: `PROGRAM` is where the program listens. */
const acts = (process.env['CERTIFY_ACTS'] ?? '').split(' ') as Act[];
await drive(new Browser(), process.env['PROGRAM'] ?? '', acts);
