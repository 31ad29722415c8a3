import { goals, verdict } from './goals.ts';
import { machine, median, percent } from './statistics.ts';
import { drive, type Name, names, type Rate, type Running, startTarget } from './targets.ts';

/**
 * The token endpoint beside two peers and beside the floor, with one connection, sixteen and 128. Each
 * target runs in a process of its own and is driven from this one, so that with two cores neither
 * takes the other's. The rounds interleave: a machine that slows down slows all of them, and what
 * counts is the ratio of two figures of the same run.
 */
const sizes = [1, 16, 128];
const rounds = Number(process.env['ROUNDS'] ?? 5);
const seconds = Number(process.env['SECONDS'] ?? 3);

const running = new Map<Name, Running>();
const measured = new Map<string, Rate[]>();
const keyOf = (connections: number, name: Name) => `${connections} ${name}`;

console.log(
  `${rounds} rounds of ${seconds} s for each of ${names.length} targets and ${sizes.length} sizes: about ${Math.ceil((rounds * seconds * names.length * sizes.length + 10) / 60)} minutes. ${machine()}`,
);
try {
  for (const name of names) running.set(name, await startTarget(name));
  for (const [name, one] of running) await drive(name, one, { connections: 16, duration: 2 });
  for (let round = 1; round <= rounds; round += 1) {
    for (const connections of sizes) {
      for (const [name, one] of running) {
        const rate = await drive(name, one, { connections, duration: seconds });
        const key = keyOf(connections, name);
        measured.set(key, [...(measured.get(key) ?? []), rate]);
      }
    }
    console.log(`round ${round} of ${rounds} done`);
  }
} finally {
  for (const { child } of running.values()) child.disconnect();
}

function middle(connections: number, name: Name): Rate {
  const rates = measured.get(keyOf(connections, name)) ?? [];
  return {
    perSecond: median(rates.map(({ perSecond }) => perSecond)),
    microseconds: median(rates.map(({ microseconds }) => microseconds)),
    p99: median(rates.map(({ p99 }) => p99)),
  };
}

function line(name: Name, { perSecond, microseconds, p99 }: Rate): string {
  const cells = [
    `${perSecond.toFixed(0).padStart(6)} requests/s`,
    `${microseconds.toFixed(0).padStart(5)} µs of processor each`,
    `99 of 100 within ${p99.toFixed(0).padStart(3)} ms`,
  ];
  return `  ${name.padEnd(19)} ${cells.join('   ')}`;
}

console.log(`\nMedians of ${rounds} rounds. ${machine()}`);
for (const connections of sizes) {
  console.log(`\n${connections} ${connections === 1 ? 'connection' : 'connections'}`);
  for (const name of names) console.log(line(name, middle(connections, name)));
  const sandbox = middle(connections, 'sandbox');
  const beside = (name: Name) => {
    const other = middle(connections, name);
    return {
      rate: sandbox.perSecond / other.perSecond,
      processor: other.microseconds / sandbox.microseconds,
    };
  };
  const peer = beside('oidc-provider');
  const other = beside('oauth2-mock-server');
  const bare = beside('bare');
  const { slowest } = goals;
  console.log(
    [
      `beside oidc-provider       ${peer.rate.toFixed(2)} times, by processor time ${peer.processor.toFixed(2)}: ${verdict(peer.rate >= goals.timesPeer, String(goals.timesPeer))}`,
      `beside oauth2-mock-server  ${other.rate.toFixed(2)} times, by processor time ${other.processor.toFixed(2)}`,
      `beside bare node:http      ${percent(bare.rate)}, by processor time ${percent(bare.processor)}: ${verdict(bare.rate >= goals.partOfBare, percent(goals.partOfBare))}`,
      ...(connections === slowest.connections
        ? [
            `99 of 100 answers          within ${sandbox.p99.toFixed(0)} ms: ${verdict(sandbox.p99 < slowest.milliseconds, `under ${slowest.milliseconds} ms`)}`,
          ]
        : []),
    ]
      .map((text) => `  ${text}`)
      .join('\n'),
  );
}
