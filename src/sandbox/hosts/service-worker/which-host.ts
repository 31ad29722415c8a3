import * as z from 'zod/mini';

/** What `/sandbox/host.json` says: who answers the sandbox's paths at this origin. */
export const hostSchema = z.object({ host: z.enum(['node', 'static']) });
export const hostPath = '/sandbox/host.json';

const patience = 1500;
const freshFor = 30_000;

export interface WhichHostTools {
  fetch(path: string, init: RequestInit): Promise<Response>;
  now(): number;
  isOnline(): boolean;
  wait(milliseconds: number): Promise<void>;
}

/**
 * Whether a Node server has taken this origin over, so that its sandbox must
 * answer and not the one that a static build left in the browser. Asked when
 * the worker starts, and again, without waiting, once the answer is old. No
 * answer means offline, where nobody but the worker can answer.
 *
 * @param onNode called when it has; the worker then retires
 */
export function createWhichHost(tools: WhichHostTools, onNode: () => void) {
  let asked: { at: number; isNode: Promise<boolean> } | undefined;
  let last = false;

  async function ask(): Promise<boolean> {
    try {
      const response = await tools.fetch(hostPath, { cache: 'no-store' });
      const said = hostSchema.safeParse(await response.json());
      last = response.ok && said.success && said.data.host === 'node';
    } catch {
      last = false;
    }
    if (last) onNode();
    return last;
  }

  return async function isNode(): Promise<boolean> {
    if (!tools.isOnline()) return last;
    if (asked === undefined) {
      asked = { at: tools.now(), isNode: ask() };
      return Promise.race([asked.isNode, tools.wait(patience).then(() => false)]);
    }
    if (tools.now() - asked.at > freshFor) {
      asked = { at: tools.now(), isNode: ask() };
      return last;
    }
    return Promise.race([asked.isNode, tools.wait(patience).then(() => false)]);
  };
}
