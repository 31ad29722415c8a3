import type { Plugin } from '@scalar/types/snippetz';
import type { LanguageId } from '../../language-names.ts';
import { doubleQuoted, phpQuoted, rubyQuoted, singleQuoted } from './quoting.ts';

/** What a snippet library does not know: each language's own quoting, joining and environment. */
export interface Language {
  load: () => Promise<Plugin>;
  quote(text: string): string;
  /** Between the parts of a text. */
  join: string;
  /** A secret is read from the environment. */
  env(name: string): string;
  /** An expression, form-encoded or percent-encoded. */
  encode(expression: string): string;
  /** An expression as base64. */
  base64(expression: string): string;
  /** Whether its form body is one text, already encoded, and no list of fields. */
  encodedBody: boolean;
  comment: string;
  /** The address that a browser is sent to. */
  assign(expression: string): string;
  /** What stands before and after, so that it runs and shows the answer. */
  wrap(code: string): string;
}

const utf8 = 'java.nio.charset.StandardCharsets.UTF_8';

export const languages: Record<LanguageId, Language> = {
  node: {
    load: async () => (await import('@scalar/snippetz/plugins/node/fetch')).nodeFetch,
    quote: singleQuoted,
    join: ' + ',
    env: (name) => `process.env.${name}`,
    encode: (expression) => `encodeURIComponent(${expression})`,
    base64: (expression) => `Buffer.from(${expression}).toString('base64')`,
    encodedBody: false,
    comment: '//',
    assign: (expression) => `const url = ${expression};`,
    wrap: (code) =>
      `const response = await ${code};\n\nconsole.log(response.status, await response.text());`,
  },
  php: {
    load: async () => (await import('@scalar/snippetz/plugins/php/curl')).phpCurl,
    quote: phpQuoted,
    join: ' . ',
    env: (name) => `getenv('${name}')`,
    encode: (expression) => `urlencode(${expression})`,
    base64: (expression) => `base64_encode(${expression})`,
    encodedBody: true,
    comment: '//',
    assign: (expression) => `$url = ${expression};`,
    wrap: (code) => `<?php\n${code}`,
  },
  python: {
    load: async () => (await import('@scalar/snippetz/plugins/python/requests')).pythonRequests,
    quote: doubleQuoted,
    join: ' + ',
    env: (name) => `os.environ["${name}"]`,
    encode: (expression) => `urllib.parse.quote(${expression}, safe="")`,
    base64: (expression) => `base64.b64encode((${expression}).encode()).decode()`,
    encodedBody: false,
    comment: '#',
    assign: (expression) => `url = ${expression}`,
    wrap: (code) =>
      `import base64, os, urllib.parse\n\nimport requests\n\nresponse = ${code}\nprint(response.status_code, response.text)`,
  },
  ruby: {
    load: async () => (await import('@scalar/snippetz/plugins/ruby/native')).rubyNative,
    quote: rubyQuoted,
    join: ' + ',
    env: (name) => `ENV.fetch('${name}')`,
    encode: (expression) => `URI.encode_www_form_component(${expression})`,
    base64: (expression) => `[${expression}].pack('m0')`,
    encodedBody: true,
    comment: '#',
    assign: (expression) => `url = ${expression}`,
    wrap: (code) => code,
  },
  java: {
    load: async () => (await import('@scalar/snippetz/plugins/java/nethttp')).javaNethttp,
    quote: doubleQuoted,
    join: ' + ',
    env: (name) => `System.getenv("${name}")`,
    encode: (expression) => `java.net.URLEncoder.encode(${expression}, ${utf8})`,
    base64: (expression) =>
      `java.util.Base64.getEncoder().encodeToString((${expression}).getBytes(${utf8}))`,
    encodedBody: true,
    comment: '//',
    assign: (expression) => `String url = ${expression};`,
    wrap: (code) => `import java.net.http.*;\n\n${code}`,
  },
  'c-sharp': {
    load: async () => (await import('@scalar/snippetz/plugins/csharp/httpclient')).csharpHttpclient,
    quote: doubleQuoted,
    join: ' + ',
    env: (name) => `Environment.GetEnvironmentVariable("${name}")!`,
    encode: (expression) => `Uri.EscapeDataString(${expression})`,
    base64: (expression) =>
      `Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(${expression}))`,
    encodedBody: false,
    comment: '//',
    assign: (expression) => `var url = ${expression};`,
    wrap: (code) =>
      `using System.Net.Http.Headers;\n\n${code}\nConsole.WriteLine(await response.Content.ReadAsStringAsync());`,
  },
};
