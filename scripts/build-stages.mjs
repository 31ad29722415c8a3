// What `astro build` prints, read line by line: the stages that a reader waits for, and what is worth
// reading when one of them fails. What it warns of is for whoever changes this site.

/** Each stage begins with the line that matches; the first with the build itself. */
const stages = [
  { name: 'Reading the pages' },
  { name: 'Bundling what runs in the browser', begins: /Building static entrypoints/ },
  { name: 'Writing the pages', begins: /generating static routes/ },
  { name: 'Making the index of the search', begins: /Building search index/ },
  {
    name: 'Writing copies: Markdown, compressed, without a network',
    begins: /Finished building search index/,
  },
];

const colours = /\u001b\[[\d;]*m/g;
const warning = /^\d\d:\d\d:\d\d \[WARN\]/;
/** A warning goes on in lines that are set in, or are its frame. */
const goesOn = /^(?:\s|\d+ │|[│╭╰─]|$)/;
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/**
 * Tells the stages of a build as they go by: a name when one begins, its time when it has ended.
 *
 * @param write takes text as it is to stand on the terminal
 * @param now a clock in milliseconds
 */
export function createStages(write, now) {
  let at = -1;
  let since = 0;
  let inWarning = false;
  /** What the stage has printed, without its warnings. */
  let printed = [];

  function end() {
    if (at >= 0) write(` ${seconds(now() - since)}\n`);
  }
  function begin(next) {
    end();
    at = next;
    since = now();
    printed = [];
    write(`  ${stages[at].name} ...`);
  }

  return {
    start: () => begin(0),
    line(text) {
      const plain = text.replace(colours, '');
      inWarning = warning.test(plain) || (inWarning && goesOn.test(plain));
      const next = stages.findIndex(({ begins }, index) => index > at && begins?.test(plain));
      if (next > 0) begin(next);
      if (!inWarning) printed.push(plain);
    },
    end,
    /** Ends the line of the stage that failed, and gives what it printed. */
    failed() {
      write(' failed\n');
      return printed.join('\n');
    },
  };
}
