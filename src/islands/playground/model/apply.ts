import type { FindingAction } from '#diagnosis/finding.ts';
import { taskOf } from '#flows/task.ts';
import type { Playground } from './playground.ts';

/** The step that trades what the app has for tokens. */
function trades({ flow }: Playground): string {
  return flow.steps.find((step) => taskOf(step) === 'token')?.id ?? '';
}

/** Does what a button of a finding says. Call it straight from the click. */
export async function apply(playground: Playground, action: FindingAction): Promise<void> {
  const { request, signIn, values, openStep } = playground;
  switch (action.kind) {
    case 'edit':
      openStep(action.step);
      request.setEdit(action.step, action.name, { kind: 'value', value: action.value });
      return action.send ? request.send() : undefined;
    case 'restore':
      openStep(action.step);
      if (action.names.length === 0) request.restoreAll();
      for (const name of action.names) request.setEdit(action.step, name, undefined);
      return action.send ? request.send() : undefined;
    case 'fresh-code':
      for (const name of action.restore ?? []) {
        request.setEdit(action.step ?? trades(playground), name, undefined);
      }
      return signIn.getFreshCode();
    case 'open-step':
      return openStep(action.step);
    case 'send-again':
      return request.send();
    case 'start-over':
      return values.startOver();
    case 'change-setting':
      return playground.navigate(
        `/console/#section=apps&app=${encodeURIComponent(action.clientId)}&do=edit`,
      );
    case 'open-page':
      return playground.navigate(action.href);
  }
}
