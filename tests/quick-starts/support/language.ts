import { languages } from '#components/quick-start/languages.ts';
import { testAuthorizationFlow } from './authorization-flow.ts';
import { testNeighbours } from './neighbours.ts';
import { testPasswordFlow } from './password-flow.ts';
import { testRoughServers } from './rough-servers.ts';
import { testSecondProgram } from './second-program.ts';
import { testSettings } from './settings-table.ts';
import { testWithSdk } from './with-sdk.ts';

/** All that a language's programs must do. */
export function testLanguage(slug: string): void {
  const language = languages.find((one) => one.slug === slug);
  if (!language) throw new Error(`There is no quick start in ${slug}`);
  testAuthorizationFlow(language, language.app);
  testPasswordFlow(language);
  testSettings(language);
  testNeighbours(language);
  testRoughServers(language);
  testSecondProgram(language);
  if (language.sdk.run !== undefined) testWithSdk(language, language.sdk.run);
}
