import { openerPolicy } from '#sandbox/hosts/opener-policy.ts';

/** What a host of files has to say, for the three that most people publish with. */
export interface HostingFile {
  name: string;
  text: string;
}

/** The build's notes to a host, and no part of the site; the worker reads `_csp.json` beside them. */
export const notesToHosts = ['_headers', '_nginx.conf', '_Caddyfile'] as const;

const everywhere = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
] as const;
/** The page's own policy says the rest; this counts only in a header. */
const framing = "frame-ancestors 'none'";
const opener = openerPolicy('/') ?? '';
const markdown = 'text/markdown; charset=utf-8';
const lasting = 'public, max-age=31536000, immutable';
const fresh = 'no-cache';
const root = '/srv/authorization-flows';

/** Netlify and Cloudflare Pages read `_headers`. */
function headersFile(pages: readonly string[]): string {
  const block = (path: string, fields: readonly (readonly [string, string])[]) =>
    [path, ...fields.map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const ofPage = (path: string) => {
    const policy = openerPolicy(path);
    return block(path, [
      ['Content-Security-Policy', framing],
      ...(policy === undefined ? [] : [['Cross-Origin-Opener-Policy', policy] as const]),
    ]);
  };
  return `${[
    block('/*', everywhere),
    block('/_astro/*', [['Cache-Control', lasting]]),
    block('/*.md', [['Content-Type', markdown]]),
    ...pages.map(ofPage),
  ].join('\n\n')}\n`;
}

const nginx = `# The built site on nginx. Include this file in the http context, where mime.types is included
# too, and put the folder that it came in where root says. With a certificate: listen 443 ssl.
map $sent_http_content_type $flows_framing { default ""; ~^text/html "${framing}"; }
map "$sent_http_content_type $uri" $flows_opener {
  default "";
  "~^text/html\\S* (?!/callback/)" "${opener}";
}
map $uri $flows_cache { default "${fresh}"; ~^/_astro/ "${lasting}"; }

server {
  listen 80;
  root ${root};
  index index.html;
  absolute_redirect off;
  # The build's own copies; remove both lines if nginx was built without ngx_http_gzip_static_module.
  gzip_static on;
  gzip_vary on;
  error_page 404 /404.html;
${everywhere.map(([name, value]) => `  add_header ${name} "${value}" always;`).join('\n')}
  add_header Content-Security-Policy $flows_framing always;
  add_header Cross-Origin-Opener-Policy $flows_opener always;
  add_header Cache-Control $flows_cache always;

  location ~ ^/(?:${notesToHosts.map((name) => name.replace('.', '\\.')).join('|')}|\\.built-from)$ { return 404; }
  location ~ \\.md$ {
    types { text/markdown md; }
    charset utf-8;
    charset_types text/markdown;
    try_files $uri =404;
  }
  location / { try_files $uri $uri/ =404; }
}
`;

const caddy = `# The built site on Caddy: caddy run --config _Caddyfile. With a name instead of :80 Caddy fetches a certificate.
:80 {
	root * ${root}
	header {
${everywhere.map(([name, value]) => `\t\t${name} "${value}"`).join('\n')}
		?Cache-Control "${fresh}"
	}
	# By itself: in one block with another default it would stand or fall with that.
	header ?Vary "Accept-Encoding"
	header /_astro/* Cache-Control "${lasting}"
	@twin {
		file
		path *.md
	}
	header @twin Content-Type "${markdown}"
	@page path */ /404.html
	header @page Content-Security-Policy "${framing}"
	@opener {
		path */ /404.html
		not path /callback/
	}
	header @opener Cross-Origin-Opener-Policy "${opener}"
	@notes path ${notesToHosts.map((name) => `/${name}`).join(' ')} /.built-from
	error @notes 404
	file_server {
		precompressed br gzip
	}
	handle_errors {
		rewrite * /404.html
		header Content-Security-Policy "${framing}"
		file_server
	}
}
`;

/**
 * The files that tell a host of files what to send with the built site.
 *
 * @param pages the paths of all pages, each with the slash at its end
 */
export function hostingFiles(pages: readonly string[]): HostingFile[] {
  return [
    { name: '_headers', text: headersFile(pages) },
    { name: '_nginx.conf', text: nginx },
    { name: '_Caddyfile', text: caddy },
  ];
}
