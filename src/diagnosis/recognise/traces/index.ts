import type { Piece } from '../known-parts.ts';
import { dotnetTraces } from './dotnet.ts';
import { javaTraces } from './java.ts';
import { pythonTraces } from './python.ts';
import { rcExTraces } from './rc-ex.ts';
import { rubyTraces } from './ruby.ts';

/** What SDKs print of an answer, and of the request before it, into one message. */
export const traces = (text: string): Piece[] =>
  [rcExTraces, javaTraces, dotnetTraces, pythonTraces, rubyTraces].flatMap((read) => read(text));
