// One rule of the link check each: `problem(reference, url, site)` gives the words, or undefined.

/** A stand-in for whatever origin serves the site. */
export const origin = 'http://site.invalid';
/** Paths that a server answers, or the worker: no file stands behind them. */
const answered = ['/restapi/', '/sandbox/', '/.well-known/'];
const isAnswered = (path) => answered.some((prefix) => path.startsWith(prefix));

export class NoThirdParty {
  problem({ how, target }, url) {
    if (how !== 'load' || url.origin === origin || url.protocol === 'data:') return undefined;
    return `loads from ${url.host || target}, and a page loads from this site only`;
  }
}

export class TargetExists {
  problem(reference, url, site) {
    const path = decodeURIComponent(url.pathname);
    if (url.origin !== origin || isAnswered(path) || site.hasFile(path)) return undefined;
    if (site.hasFile(`${path}/`)) return `needs a slash at its end: ${path}/`;
    return 'leads to no file';
  }
}

export class FragmentExists {
  problem({ how }, url, site) {
    const id = decodeURIComponent(url.hash.slice(1));
    // `#flow=jwt&app=…` is what an application is opened with: no element has that name.
    const isState = id.includes('=') || id.startsWith(':~:');
    if (how !== 'follow' || url.origin !== origin || id === '' || isState) return undefined;
    const page = site.page(url.pathname);
    if (!page || page.ids.has(id)) return undefined;
    return `names no element of ${page.address}`;
  }
}

export class NotThroughRedirect {
  problem({ how, page }, url, site) {
    if (how !== 'follow' || url.origin !== origin || page.isRedirect) return undefined;
    return site.page(url.pathname)?.isRedirect ? 'leads to a redirect; name its end' : undefined;
  }
}

export const steps = [
  new NoThirdParty(),
  new TargetExists(),
  new FragmentExists(),
  new NotThroughRedirect(),
];
