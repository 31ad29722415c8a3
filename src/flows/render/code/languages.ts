import type { Plugin } from '@scalar/types/snippetz';
import type { CodeLanguage } from './code-languages.ts';
import { doubleQuoted, phpQuoted, powershellQuoted, rubyQuoted, singleQuoted } from './quoting.ts';

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
  /** The address that a browser is sent to, shown. */
  show(expression: string): string;
  /** What a library made, so that it prints the status and the body of the answer. */
  answer(code: string): string;
  /** What stands around statements, so that they run as they are. */
  program(statements: string): string;
}

const utf8 = 'java.nio.charset.StandardCharsets.UTF_8';

const asIs = (statements: string): string => statements;

const indented = (text: string, by: string): string => text.replaceAll(/^(?=.)/gm, by);

/** The modules of Python's own that a program names. */
function pythonImports(code: string): string {
  const used = ['base64', 'os', 'urllib.parse'].filter((name) => code.includes(`${name}.`));
  return used.length === 0 ? '' : `import ${used.join(', ')}\n\n`;
}

/** A class with a `main`: `java Main.java` runs it. */
function javaProgram(code: string): string {
  const [, imports = '', statements = ''] = /^((?:import .*\n+)*)([\s\S]*)$/.exec(code) ?? [];
  return `${imports}class Main {\n  public static void main(String[] args) throws Exception {\n${indented(statements, '    ')}\n  }\n}`;
}

export const languages: Record<CodeLanguage, Language> = {
  node: {
    load: async () => (await import('@scalar/snippetz/plugins/node/fetch')).nodeFetch,
    quote: singleQuoted,
    join: ' + ',
    env: (name) => `process.env.${name}`,
    encode: (expression) => `encodeURIComponent(${expression})`,
    base64: (expression) => `Buffer.from(${expression}).toString('base64')`,
    encodedBody: false,
    comment: '//',
    show: (expression) => `const url = ${expression};\nconsole.log(url);`,
    answer: (code) =>
      `const response = await ${code};\n\nconsole.log(response.status, await response.text());`,
    program: asIs,
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
    show: (expression) => `$url = ${expression};\necho $url, PHP_EOL;`,
    answer: (code) =>
      code
        .replace(
          'curl_exec($ch);',
          'curl_setopt($ch, CURLOPT_RETURNTRANSFER, true);\n$body = curl_exec($ch);',
        )
        // It does nothing since PHP 8.0.
        .replace(
          'curl_close($ch);',
          "echo curl_getinfo($ch, CURLINFO_RESPONSE_CODE), ' ', $body, PHP_EOL;",
        ),
    program: (statements) => `<?php\n${statements}`,
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
    show: (expression) => `url = ${expression}\nprint(url)`,
    answer: (code) =>
      `import requests\n\nresponse = ${code}\nprint(response.status_code, response.text)`,
    program: (statements) => `${pythonImports(statements)}${statements}`,
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
    show: (expression) => `url = ${expression}\nputs url`,
    answer: (code) =>
      code.replace('puts response.read_body', 'puts "#{response.code} #{response.body}"'),
    program: (statements) =>
      /\bURI\./.test(statements) && !statements.includes("require 'uri'")
        ? `require 'uri'\n\n${statements}`
        : statements,
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
    show: (expression) => `String url = ${expression};\nSystem.out.println(url);`,
    answer: (code) =>
      `import java.net.http.*;\n\n${code.replace('(response.body())', '(response.statusCode() + " " + response.body())')}`,
    program: javaProgram,
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
    show: (expression) => `var url = ${expression};\nConsole.WriteLine(url);`,
    answer: (code) =>
      `${code}\nConsole.WriteLine($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");`,
    program: (statements) =>
      statements.includes('HeaderValue(')
        ? `using System.Net.Http.Headers;\n\n${statements}`
        : statements,
  },
  powershell: {
    load: async () =>
      (await import('@scalar/snippetz/plugins/powershell/webrequest')).powershellWebrequest,
    quote: powershellQuoted,
    join: ' + ',
    env: (name) => `$env:${name}`,
    encode: (expression) => `[uri]::EscapeDataString(${expression})`,
    base64: (expression) =>
      `[Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes(${expression}))`,
    encodedBody: true,
    comment: '#',
    show: (expression) => `$url = ${expression}\n$url`,
    // Without the first switch it stops at a refusal, whose body says why; without the second at a
    // value that it takes for no header's, though a server would refuse it in words.
    answer: (code) =>
      code
        .replace(
          'Invoke-WebRequest -Uri',
          'Invoke-WebRequest -SkipHttpErrorCheck -SkipHeaderValidation -Uri',
        )
        .replace(/\$response$/, '"$($response.StatusCode) $($response.Content)"'),
    program: asIs,
  },
};
