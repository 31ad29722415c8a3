// npm run certify -- --client ID: gives a program one fault after another and says what it did.
// Ends with 0 where all passed, 1 where one failed or was not reached, 2 where nothing could be run.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { languages } from '../src/components/quick-start/languages.ts';
import { isLanguage } from '../src/flows/language-names.ts';
import { challenges } from '../src/sandbox/certify/challenges.ts';
import { actWords } from '../src/sandbox/certify/challenge.ts';
import { isCertified, reportOf, sumOf } from '../src/sandbox/certify/report.ts';
import { runChallenge } from '../src/sandbox/certify/run.ts';
import { systemClock } from '../src/protocol/clock.ts';

const usage = `npm run certify -- --client ID [options]

  --client ID        the app that your program is, in the sandbox
  --server ADDRESS   the sandbox; http://localhost:4321 if left out
  --drive COMMAND    runs for each challenge and drives the program: CERTIFY_CHALLENGE is its id,
                     CERTIFY_ACTS what to do, of: ${Object.keys(actWords).join(' ')}
                     left out, you drive it by hand and are told what to do
  --only ID,ID       these challenges alone
  --seconds N        how long one may take, 120 if left out
  --language SLUG    the language of the fixes: node, php, python, ruby, java, c-sharp
  --report FILE      writes the report as Markdown

Challenges: ${challenges.map(({ id }) => id).join(', ')}`;

function stop(line) {
  console.error(`${line}\n\n${usage}`);
  process.exit(2);
}

const names = ['client', 'server', 'drive', 'only', 'seconds', 'language', 'report'];
let values;
try {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
  ({ values } = parseArgs({ options: { ...options, help: { type: 'boolean' } } }));
} catch (error) {
  stop(error.message);
}
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const { client: clientId, server = 'http://localhost:4321', drive, language, report } = values;
if (!clientId) stop('--client is missing.');
if (!/^https?:/.test(server) || !URL.canParse(server)) {
  stop(`--server is "${server}", which is no address of http or https.`);
}
if (report && !existsSync(dirname(report)))
  stop(`--report is in ${dirname(report)}, which is no folder.`);
if (language !== undefined && !isLanguage(language)) stop(`--language knows no "${language}".`);
const mostSeconds = Number(values.seconds ?? 120);
if (!(mostSeconds >= 1 && mostSeconds <= 3600)) stop('--seconds is a number from 1 to 3600.');
const only = values.only?.split(',').map((id) => id.trim());
const unknown = only?.find((id) => !challenges.some((challenge) => challenge.id === id));
if (unknown !== undefined) stop(`--only names "${unknown}", which is no challenge.`);
const chosen = challenges.filter(({ id }) => only === undefined || only.includes(id));
const { origin } = new URL(server);

async function control(method, path, body) {
  let response;
  try {
    response = await fetch(`${origin}/sandbox/api${path}`, {
      method,
      signal: AbortSignal.timeout(10_000),
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
  } catch {
    throw new Error(`No sandbox answers at ${origin}. Start it with npm start.`);
  }
  const text = await response.text();
  let answer;
  try {
    answer = text === '' ? undefined : JSON.parse(text);
  } catch {
    throw new Error(`${origin} is no sandbox: its answer to ${path} is not JSON.`);
  }
  if (response.ok) return answer;
  const said = answer?.errors?.map(({ message }) => message).join(' ');
  throw new Error(`${said ?? `HTTP ${response.status}`} (${method} ${path})`);
}

/** Its own output is the driver's business; what counts is what reaches the sandbox. */
const driveBy = (command) => (challenge, acts, ended) =>
  new Promise((resolve, reject) => {
    const env = {
      ...process.env,
      CERTIFY_CHALLENGE: challenge.id,
      CERTIFY_ACTS: acts.join(' '),
    };
    // What the shell started has to end with it: they are a group of their own, where there are groups.
    const detached = process.platform !== 'win32';
    const child = spawn(command, { shell: true, stdio: 'inherit', env, detached });
    const end = () => {
      reject(ended.reason);
      if (detached) process.kill(-child.pid);
      else child.kill();
    };
    ended.addEventListener('abort', end);
    child.on('error', reject);
    child.on('close', (status, signal) => {
      ended.removeEventListener('abort', end);
      if (status === 0) resolve();
      else reject(new Error(`The driver ended with ${status ?? signal} in ${challenge.id}.`));
    });
  });

const options = { clientId, mostSeconds, silenceSeconds: drive ? 1 : 15 };
// Stopped in the middle, a run puts back what it has changed; a second Ctrl-C ends it at once.
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => stopping.abort(new Error('Stopped. What was changed is put back.')));
}
const surroundings = {
  ...{ control, wait, clock: systemClock, signal: stopping.signal },
  ...(drive && { drive: driveBy(drive) }),
};
/** The lesson of the language's quick start, whose lines the fixes are. */
function programIn(slug) {
  const found = languages.find((one) => one.slug === slug);
  if (!found) return undefined;
  const file = `../content/quick-start/authorization-flow/${slug}/${found.beside.lesson}`;
  return { language: slug, lesson: readFileSync(new URL(file, import.meta.url), 'utf8') };
}

const marks = { passed: 'passed     ', failed: 'FAILED     ', 'not-reached': 'not reached' };
const results = [];
try {
  await control('GET', `/apps/${encodeURIComponent(clientId)}`);
  for (const challenge of chosen) {
    if (!drive) {
      console.log(`\n${challenge.title}`);
      for (const act of challenge.acts) console.log(`  ${actWords[act]}`);
    }
    const result = await runChallenge(challenge, options, surroundings);
    results.push(result);
    console.log(`${marks[result.verdict]} ${challenge.id}: ${result.received}`);
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
if (process.exitCode !== 2) {
  const text = reportOf(results, { clientId, origin, program: programIn(language) });
  console.log(isCertified(results) ? `\n${sumOf(results)}.` : `\n${text}`);
  process.exitCode = isCertified(results) ? 0 : 1;
  try {
    if (report) writeFileSync(report, text);
  } catch (error) {
    console.error(`The report cannot be written to ${report} (${error.code}).`);
    process.exitCode = 2;
  }
}
