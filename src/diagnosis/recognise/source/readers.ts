import { curlCommands } from '../curl.ts';
import { powerShell } from '../powershell.ts';
import { sourceIn } from './calls.ts';
import { concatenated } from './concatenated.ts';
import { httpCalls } from './http-calls.ts';

/** What reads commands and programs. */
export const sourceReaders = { curlCommands, httpCalls, powerShell, concatenated, sourceIn };
