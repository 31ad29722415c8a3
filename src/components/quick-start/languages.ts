import { type LanguageId, languageNames } from '#flows/language-names.ts';

/** One program of a quick start, in the folder of its flow and language. */
export interface Program {
  /** Its file. */
  file: string;
  /** The folder below, where it stands with settings of its own. */
  folder?: string;
  /** What a reader types before, once and after each change: a compiler's command. */
  before?: string;
  /** What a reader types. */
  run: string;
  /** How tests run it, if they build it once and start it often: the last command runs it. */
  otherwise?: readonly string[];
}

/** What a quick start is in one language. Pages, archives and the tests that run it read this. */
export interface Language {
  slug: LanguageId;
  label: string;
  /** What has to be installed before. */
  needs: string;
  /** What the tests run it with. */
  ranWith: string;
  /**
   * What stands beside each program in a file of its own: the lesson to copy, and the settings.
   * Both are written once, in the folder of the web app; the archives of the scripts get them too.
   */
  beside: { lesson: string; settings: string };
  /** The web app of the authorization flow. */
  app: Program;
  /** The same with RingCentral's SDK; a program where it has `run`, else a listing that nobody ran here. */
  sdk: { file: string; package: string; run?: string };
  /** The first call from a script, with a JWT. */
  jwt: Program;
  /** The same with the password grant, which the sandbox alone still has. */
  password: Program;
}

function script(file: string, run: string): Program {
  return { file, run };
}

function project(name: string): Program {
  const built = ['dotnet build', `dotnet bin/Debug/net10.0/${name}.dll`];
  return { file: `${name}.cs`, run: 'dotnet run', otherwise: built };
}

function compiled(name: string): Program {
  return { file: `${name}.java`, before: 'javac *.java', run: `java ${name}` };
}

/** In the order of the page that the site grew from. */
export const languages: readonly Language[] = [
  {
    slug: 'node',
    label: languageNames.node,
    needs: 'Node 20 or later',
    ranWith: 'Node 20 and Node 24',
    beside: { lesson: 'oauth.mjs', settings: 'settings.mjs' },
    app: script('app.mjs', 'node app.mjs'),
    sdk: { file: 'with-sdk.mjs', package: '@ringcentral/sdk', run: 'node with-sdk.mjs' },
    jwt: script('first-call.mjs', 'node first-call.mjs'),
    password: { ...script('password.mjs', 'node password.mjs'), folder: 'password' },
  },
  {
    slug: 'php',
    label: languageNames.php,
    needs: 'PHP 8.1 or later with its curl extension (Debian: php-cli and php-curl)',
    ranWith: 'PHP 8.2',
    beside: { lesson: 'oauth.php', settings: 'settings.php' },
    app: script('app.php', 'php app.php'),
    sdk: { file: 'with-sdk.php', package: 'ringcentral/ringcentral-php' },
    jwt: script('first-call.php', 'php first-call.php'),
    password: { ...script('password.php', 'php password.php'), folder: 'password' },
  },
  {
    slug: 'python',
    label: languageNames.python,
    needs: 'Python 3.9 or later',
    ranWith: 'Python 3.11',
    beside: { lesson: 'oauth.py', settings: 'settings.py' },
    app: script('app.py', 'python3 app.py'),
    sdk: { file: 'with-sdk.py', package: 'ringcentral' },
    jwt: script('first-call.py', 'python3 first-call.py'),
    password: { ...script('password.py', 'python3 password.py'), folder: 'password' },
  },
  {
    slug: 'ruby',
    label: languageNames.ruby,
    needs: 'Ruby 3.0 or later, with webrick (Debian: ruby-webrick; elsewhere: gem install webrick)',
    ranWith: 'Ruby 3.1',
    beside: { lesson: 'oauth.rb', settings: 'settings.rb' },
    app: script('app.rb', 'ruby app.rb'),
    sdk: { file: 'with-sdk.rb', package: 'ringcentral-sdk' },
    jwt: script('first-call.rb', 'ruby first-call.rb'),
    password: { ...script('password.rb', 'ruby password.rb'), folder: 'password' },
  },
  {
    slug: 'java',
    label: languageNames.java,
    needs: 'A JDK, Java 17 or later',
    ranWith: 'Java 17',
    beside: { lesson: 'OAuth.java', settings: 'Settings.java' },
    app: compiled('App'),
    // In a folder below: `javac *.java` would ask for the SDK's package.
    sdk: { file: 'with-sdk/WithSdk.java', package: 'com.ringcentral:ringcentral' },
    jwt: compiled('FirstCall'),
    password: { ...compiled('Password'), folder: 'password' },
  },
  {
    slug: 'c-sharp',
    label: languageNames['c-sharp'],
    needs: 'The .NET SDK 10 or later',
    ranWith: '.NET 10',
    beside: { lesson: 'OAuth.cs', settings: 'Settings.cs' },
    app: project('App'),
    sdk: { file: 'WithSdk.cs', package: 'RingCentral.Net' },
    jwt: project('FirstCall'),
    password: { ...project('Password'), folder: 'password' },
  },
];

export const programFlows = ['authorization-flow', 'password-flow'] as const;
export type ProgramFlow = (typeof programFlows)[number];
