import type { FindingAction } from '#diagnosis/finding.ts';
import type { Core } from './core.ts';
import type { Editing, StepRequest } from './request/request.ts';
import type { SignIn } from './sign-in/sign-in.ts';
import type { Surroundings } from './surroundings.ts';
import type { Values } from './values.ts';

/** What the buttons of a finding press. */
interface Handles {
  request: Editing & Pick<StepRequest, 'send' | 'restoreAll'>;
  signIn: Pick<SignIn, 'getFreshCode'>;
  values: Pick<Values, 'startOver'>;
  navigate: Surroundings['navigate'];
}

/** Does what a button of a finding says. */
export async function apply(
  core: Core,
  { request, signIn, values, navigate }: Handles,
  action: FindingAction,
): Promise<void> {
  switch (action.kind) {
    case 'edit':
      core.openStep(action.step);
      request.setEdit(action.step, action.name, { kind: 'value', value: action.value });
      return action.send ? request.send() : undefined;
    case 'restore':
      core.openStep(action.step);
      if (action.names.length === 0) request.restoreAll();
      for (const name of action.names) request.setEdit(action.step, name, undefined);
      return action.send ? request.send() : undefined;
    case 'fresh-code':
      for (const name of action.restore ?? []) {
        request.setEdit(action.step ?? core.stepThat('token')?.id ?? '', name, undefined);
      }
      return signIn.getFreshCode();
    case 'open-step':
      return core.openStep(action.step);
    case 'send-again':
      return request.send();
    case 'start-over':
      return values.startOver();
    case 'change-setting':
      return navigate(`/console/#section=apps&app=${encodeURIComponent(action.clientId)}&do=edit`);
  }
}
