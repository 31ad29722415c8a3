import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '#protocol/clock.ts';
import { challenges } from '#sandbox/certify/challenges.ts';
import { type Result, runChallenge } from '#sandbox/certify/run.ts';
import type { QuickStartSandbox } from '../quick-starts/support/sandbox.ts';
import { type Ready, register } from '../quick-starts/support/setting.ts';
import { WebApp } from '../quick-starts/support/web-app.ts';
import { drive } from './drive.ts';

/** Runs a quick start's web app against challenges; it is started again where one was its end. */
export async function certifyProgram(
  sandbox: QuickStartSandbox,
  ready: Ready,
  clientId: string,
  only: (id: string) => boolean = () => true,
): Promise<Result[]> {
  const { settings } = await register(sandbox, clientId, { secret: `${clientId}-not-a-secret` });
  const start = () => WebApp.start(ready.command, ready.folder, settings);
  let web = await start();
  const results: Result[] = [];
  try {
    for (const challenge of challenges.filter(({ id }) => only(id))) {
      if (!web.program.isRunning()) web = await start();
      results.push(
        await runChallenge(
          challenge,
          { clientId, mostSeconds: 60, silenceSeconds: 0.5 },
          {
            control: async (method, path, body) => {
              const text = await (await sandbox.control(method, path, body)).text();
              return text === '' ? undefined : (JSON.parse(text) as unknown);
            },
            clock: systemClock,
            wait: async (milliseconds) => void (await sleep(milliseconds)),
            drive: (_, acts) => drive(web.newBrowser(), web.origin, acts),
          },
        ),
      );
    }
  } finally {
    await web.program.stop();
  }
  return results;
}

/** Verdicts by challenge, with what was received where one is no pass. */
export const verdictsOf = (results: readonly Result[]): Record<string, string> =>
  Object.fromEntries(
    results.map(({ challenge, verdict, received }) => [
      challenge.id,
      verdict === 'passed' ? verdict : `${verdict}: ${received}`,
    ]),
  );
