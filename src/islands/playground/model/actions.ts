import type { Core } from './core.ts';
import type { PlaygroundAction } from './types.ts';
import { forgetHanded } from './handed.ts';
import { removeKept } from './keeper.ts';
import { prepare } from './prepare.ts';
import { flowNames } from '#flows/ids.ts';
import { taskOf } from '#flows/task.ts';
import type * as Requests from './requests.ts';
import type { createRows } from './rows.ts';
import type { SignIn } from './sign-in.ts';
import type { SignInMode } from './types.ts';
import { without } from './without.ts';

let requests: typeof Requests | undefined;

/** What sends a request, loaded once. A second import of it would still wait for a turn of the page. */
async function loadRequests(): Promise<void> {
  requests ??= await import('./requests.ts');
}

/** What the reader can do beside editing. */
export function createActions(
  core: Core,
  { rows, signIn }: { rows: ReturnType<typeof createRows>; signIn: SignIn },
) {
  const openStep = (id: string): void => {
    if (!core.flow.steps.some((step) => step.id === id)) return;
    // Opened anew, a step is sent with the values of now.
    core.update({ currentStep: id, sentWith: without(core.kept.value.sentWith, id) });
  };

  const send = async (): Promise<void> => {
    const { kind } = core.open.value;
    const back = core.stepThat('return')?.id ?? '';
    if (kind === 'navigate') {
      // The reader is away for a while: what the next press needs can come meanwhile.
      core.surroundings.inAMoment(() => void loadRequests());
      await signIn.begin(back);
    } else if (kind === 'sign-in' && !signIn.refocus()) await signIn.begin(back);
    else if (kind === 'prepare') await prepare(core);
    else if (kind === 'request') {
      if (!requests) await loadRequests();
      await requests?.sendStep(core);
    }
  };

  /**
   * The code is for the step that the reader is at, where that step trades it. A flow without a
   * sign-in logs in again where it began.
   */
  const getFreshCode = async (mode?: SignInMode, thenSend = false): Promise<void> => {
    if (!core.stepThat('authorize')) {
      openStep(core.stepThat('token')?.id ?? core.flow.steps[0]?.id ?? '');
      return;
    }
    const trades = taskOf(core.open.value) === 'token';
    const back = core.stepThat('return')?.id ?? '';
    await signIn.begin(trades ? core.open.value.id : back, mode, thenSend && trades);
  };

  const clear = (storage: boolean): void => {
    signIn.stopWaiting();
    signIn.stop();
    core.clear(storage);
    core.announce('The flow starts over at step 1.');
  };

  const apply = async (action: PlaygroundAction): Promise<void> => {
    switch (action.kind) {
      case 'edit':
        openStep(action.step);
        rows.setEdit(action.step, action.name, { kind: 'value', value: action.value });
        return action.send ? send() : undefined;
      case 'restore':
        openStep(action.step);
        if (action.names.length === 0) rows.restoreAll();
        for (const name of action.names) rows.setEdit(action.step, name, undefined);
        return action.send ? send() : undefined;
      case 'fresh-code':
        for (const name of action.restore ?? []) {
          rows.setEdit(action.step ?? core.stepThat('token')?.id ?? '', name, undefined);
        }
        return getFreshCode();
      case 'open-step':
        return openStep(action.step);
      case 'send-again':
        return send();
      case 'sign-in-here':
        signIn.closeWindow();
        return getFreshCode('same-page');
      case 'start-over':
        return clear(false);
      case 'change-setting':
        return core.surroundings.navigate(
          `/console/#section=apps&app=${encodeURIComponent(action.clientId)}&do=edit`,
        );
    }
  };

  return {
    send,
    openStep,
    getFreshCode: () => getFreshCode(),
    getFreshCodeAndSend: () => getFreshCode(undefined, true),
    startOver: () => clear(false),
    forgetAll: () => {
      clear(true);
      const { session } = core.surroundings;
      // All is all: what the other flows of this tab hold, too.
      for (const flow of flowNames) removeKept(session, flow);
      forgetHanded(session);
    },
    cancelSignIn: () => signIn.cancel(),
    apply,
  };
}
