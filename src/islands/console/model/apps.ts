import type { AppSettings } from '#app-settings/app.ts';
import type { createMyApps } from '#islands/my-apps/my-apps.ts';
import type { Answer, AppView, Policy, SandboxApi } from '#islands/sandbox-api/sandbox-api.ts';
import { type Notice, problemWords } from './notice.ts';
import { differences, patchOf } from './policy-rows.ts';
import type { Resource } from './resource.ts';

interface Parts {
  api: SandboxApi;
  mine: ReturnType<typeof createMyApps>;
  apps: Resource<AppView[]>;
  show(notice: Notice | undefined): void;
  /** Called when there is an app more or less, or one has grown. */
  changed(): void;
}

/** What a reader does with an app. Each answers as the sandbox did; what is not about a field is shown. */
export function createAppActions({ api, mine, apps, show, changed }: Parts) {
  const list = (): AppView[] => apps.state.peek().value ?? [];
  const isMine = (clientId: string): boolean =>
    mine.rememberedApps().apps.some((app) => app.clientId === clientId);

  function put(app: AppView): void {
    const before = list();
    const at = before.findIndex(({ clientId }) => clientId === app.clientId);
    apps.set(at === -1 ? [...before, app] : before.with(at, app));
    changed();
  }

  /** Keeps an app of the reader's own; what stands in the way is said. */
  function remember(app: AppView): void {
    const problem = mine.rememberApp(app);
    if (problem) show({ tone: 'warning', text: problem.text });
  }

  async function create(settings: AppSettings): Promise<Answer<AppView>> {
    const answer = await api.createApp(settings);
    if (answer.kind !== 'done') return answer;
    put(answer.value);
    show(undefined);
    remember(answer.value);
    return answer;
  }

  /** A change of settings or of the secret: the app as it is now is kept where it is the reader's. */
  async function change(clientId: string, asked: Promise<Answer<AppView>>) {
    const answer = await asked;
    if (answer.kind !== 'done') return answer;
    put(answer.value);
    if (isMine(clientId)) remember(answer.value);
    return answer;
  }

  /** Its own choices of policy, which go with it; none where the sandbox does not say. */
  async function overridesOf(clientId: string): Promise<Partial<Policy>> {
    const [own, general] = [await api.getPolicy(clientId), await api.getPolicy()];
    if (own.kind !== 'done' || general.kind !== 'done') return {};
    return patchOf(own.value, differences(own.value, general.value));
  }

  async function bringBack(app: AppView, overrides: Partial<Policy>, wasMine: boolean) {
    const { name, portal, audience, platformType, methods, issueRefreshTokens } = app;
    const { redirectUris, scopes, clientId, clientSecret } = app;
    const answer = await api.createApp({
      name,
      portal,
      audience,
      platformType,
      methods,
      issueRefreshTokens,
      redirectUris,
      scopes,
      clientId,
      clientSecret,
    });
    if (answer.kind !== 'done') {
      show({ tone: 'refused', text: `${name} was not restored. ${problemWords(answer)}` });
      return;
    }
    if (Object.keys(overrides).length > 0) await api.putPolicy(overrides, clientId);
    put(answer.value);
    if (wasMine) remember(answer.value);
    show({
      tone: 'done',
      text: `${name} is back under the same id${clientSecret ? ' and secret' : ''}. Its sessions and tokens are gone.`,
    });
  }

  async function remove(app: AppView): Promise<Answer<undefined>> {
    const { clientId, name } = app;
    const wasMine = isMine(clientId);
    const overrides = await overridesOf(clientId);
    const answer = await api.deleteApp(clientId);
    const gone = answer.kind === 'refused' && answer.status === 404;
    if (answer.kind !== 'done' && !gone) {
      show({ tone: 'refused', text: `${name} is not deleted. ${problemWords(answer)}` });
      return answer;
    }
    apps.set(list().filter((one) => one.clientId !== clientId));
    mine.forgetApp(clientId);
    changed();
    show({
      tone: 'done',
      text: `${name} is deleted, with its sessions and tokens.`,
      action: { label: 'Undo', run: () => bringBack(app, overrides, wasMine) },
    });
    return answer;
  }

  return {
    create,
    update: (app: AppView, changes: Partial<AppSettings>) =>
      change(app.clientId, api.updateApp(app.clientId, changes)),
    renewSecret: (app: AppView) => change(app.clientId, api.renewSecret(app.clientId)),
    remove,
    isMine,
  };
}
