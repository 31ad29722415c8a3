import type { Core } from './core.ts';
import type { FixAction } from './explain/explanation.ts';
import { prepare } from './prepare.ts';
import { sendStep } from './requests.ts';
import type { createRows } from './rows.ts';
import type { SignIn } from './sign-in.ts';
import type { SignInMode } from './types.ts';
import { without } from './without.ts';

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
    if (kind === 'navigate') signIn.begin('return');
    else if (kind === 'sign-in' && !signIn.refocus()) signIn.begin('return');
    else if (kind === 'prepare') await prepare(core);
    else if (kind === 'request') await sendStep(core);
  };

  /** The code is for the step that the reader is at, where that step trades it. */
  const getFreshCode = (mode?: SignInMode): Promise<void> => {
    signIn.begin(core.open.value.id === 'token' ? 'token' : 'return', mode);
    return Promise.resolve();
  };

  const clear = (storage: boolean): void => {
    signIn.stopWaiting();
    signIn.stop();
    core.clear(storage);
    core.announce('The flow starts over at step 1.');
  };

  const apply = async (action: FixAction): Promise<void> => {
    switch (action.kind) {
      case 'edit':
        openStep(action.step);
        rows.setEdit(action.step, action.name, { kind: 'value', value: action.value });
        return action.send ? send() : undefined;
      case 'restore':
        openStep(action.step);
        for (const name of action.names) rows.setEdit(action.step, name, undefined);
        return action.send ? send() : undefined;
      case 'fresh-code':
        for (const name of action.restore ?? []) {
          rows.setEdit(action.step ?? 'token', name, undefined);
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
    }
  };

  return {
    send,
    openStep,
    getFreshCode: () => getFreshCode(),
    startOver: () => clear(false),
    forgetAll: () => clear(true),
    cancelSignIn: () => signIn.cancel(),
    apply,
  };
}
