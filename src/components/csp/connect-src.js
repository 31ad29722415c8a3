/*
 * Runs first on every page and narrows what the page may connect to: this site,
 * RingCentral's two hosts, and the server that the reader added in this tab, which
 * is more than one origin where its endpoints are. A policy cannot be widened, so
 * adding a server is: store it, reload, resume. A semicolon in a host would end the
 * directive, so an origin has letters that no policy reads as anything else.
 */
(() => {
  let hosts = "'self' https://platform.ringcentral.com https://platform.ringcentral.biz";
  try {
    for (const address of sessionStorage.getItem('authorization-flows:server').split(' ')) {
      const { origin } = new URL(address);
      if (/^(https:\/\/[\w.-]+|http:\/\/(localhost|127\.0\.0\.1|\[::1]))(:\d+)?$/.test(origin))
        hosts += ` ${origin}`;
    }
  } catch {
    /* none added */
  }
  const meta = document.createElement('meta');
  meta.httpEquiv = 'content-security-policy';
  meta.content = `connect-src ${hosts}`;
  document.head.append(meta);
})();
