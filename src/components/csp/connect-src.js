/*
 * Runs first on every page and narrows what the page may connect to: this site,
 * RingCentral's two hosts, and the server that the reader added in this tab. A
 * policy cannot be widened, so adding a server is: store it, reload, resume.
 */
(() => {
  const hosts = [
    "'self'",
    'https://platform.ringcentral.com',
    'https://platform.devtest.ringcentral.com',
  ];
  try {
    const added = new URL(sessionStorage.getItem('authorization-flows:server') ?? '');
    const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(added.hostname);
    if (added.protocol === 'https:' || (added.protocol === 'http:' && isLoopback)) {
      hosts.push(added.origin);
    }
  } catch {
    // No server was added, or what is stored is no address.
  }
  const meta = document.createElement('meta');
  meta.httpEquiv = 'content-security-policy';
  meta.content = `connect-src ${hosts.join(' ')}`;
  document.head.append(meta);
})();
