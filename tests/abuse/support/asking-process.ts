import { beMeasured } from './measured.ts';

/** Asks an address again and again. */
const [url = ''] = process.argv.slice(2);
const took: number[] = [];
const wrong: string[] = [];
let goesOn = true;
// A process that has just begun compiles its own code at first, which is not the server's work.
for (let begun = 0; begun < 100; begun += 1) await (await fetch(url)).text();
const done = (async () => {
  while (goesOn || took.length < 5) {
    const before = performance.now();
    const response = await fetch(url);
    await response.text();
    took.push(performance.now() - before);
    if (!response.ok) wrong.push(`${response.status}`);
  }
})();
beMeasured({
  took,
  wrong,
  stop: () => {
    goesOn = false;
    return done;
  },
});
