import SDK from 'ringcentral';
import { logIn } from '../reader.ts';
import { ownSandbox, type Prepared } from './given.ts';
import { walks, type Session } from './walk.ts';

const sandbox = ownSandbox();

function platformFor({ clientId, clientSecret = '', redirectUri }: Prepared) {
  return new SDK({
    server: sandbox.now().origin,
    appKey: clientId,
    appSecret: clientSecret,
    redirectUri,
    cachePrefix: clientId,
  }).platform();
}

function session(platform: ReturnType<typeof platformFor>): Session {
  const access = () => platform.auth().accessToken();
  return {
    access: access(),
    async refresh() {
      await platform.refresh();
      return access();
    },
    revoke: () => platform.logout(),
  };
}

walks('ringcentral', 'code with a secret', sandbox.now, async () => {
  const app = await sandbox.prepare('web');
  const platform = platformFor(app);
  const back = await logIn(sandbox.now(), platform.loginUrl({ state: 'the state' }));
  await platform.login(platform.parseLoginRedirect(back.search));
  return session(platform);
});
walks('ringcentral', 'password', sandbox.now, async () => {
  const platform = platformFor(await sandbox.prepare('noUi'));
  await platform.login({
    username: '+18335550100',
    extension: '101',
    password: 'sandbox-password',
  });
  return session(platform);
});
