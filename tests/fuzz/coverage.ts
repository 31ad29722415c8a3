import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

interface Ran {
  ranges: { count: number }[];
  functionName: string;
}

/** Of each room's functions that the server's process loaded, how many ran: V8's own count. */
export function coverageOf(folder: string): Record<string, string> {
  const rooms = new Map<string, { ran: number; all: number }>();
  for (const file of readdirSync(folder)) {
    const { result } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
      result: { url: string; functions: Ran[] }[];
    };
    for (const { url, functions } of result) {
      const room = /\/src\/(sandbox\/[^/.]+)/.exec(url)?.[1];
      if (room === undefined) continue;
      const counted = rooms.get(room) ?? { ran: 0, all: 0 };
      rooms.set(room, counted);
      for (const { ranges } of functions) {
        counted.all += 1;
        if ((ranges[0]?.count ?? 0) > 0) counted.ran += 1;
      }
    }
  }
  return Object.fromEntries(
    [...rooms].sort().map(([room, { ran, all }]) => {
      const share = Math.round((ran / all) * 100);
      return [room, `${ran} of ${all} functions (${share} %)`];
    }),
  );
}
