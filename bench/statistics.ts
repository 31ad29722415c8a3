import { availableParallelism, loadavg } from 'node:os';

export function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}

/** The load of the machine, which every figure depends on: a figure is told with it. */
export function machine(): string {
  const [minute = NaN] = loadavg();
  return `Node ${process.versions.node}, ${availableParallelism()} cores, load ${minute.toFixed(1)}`;
}

export const percent = (part: number): string => `${(part * 100).toFixed(0)} %`;
