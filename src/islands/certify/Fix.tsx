import type { JSX } from 'preact';
import { languageNames } from '#flows/language-names.ts';
import type { Challenge } from '#sandbox/certify/challenge.ts';
import { fixCode } from '#sandbox/certify/fixes.ts';
import { lessonHref } from '#sandbox/certify/report.ts';
import type { Certify } from './model/certify.ts';

/** What to change, in words and in the language of the program. */
export function Fix({
  certify,
  challenge,
}: {
  certify: Certify;
  challenge: Challenge;
}): JSX.Element {
  const language = certify.language.value;
  const lesson = certify.lesson.value;
  const code =
    lesson === undefined || lesson === 'failed' ? undefined : fixCode(challenge, language, lesson);
  return (
    <div class="ct-fix">
      <p>
        <b>Fix.</b> {challenge.fix} The{' '}
        <a href={lessonHref(language)}>quick start in {languageNames[language]}</a> does it in its
        part “{challenge.part}”{code ? ':' : '.'}
      </p>
      {code ? (
        <pre class="pg-code" tabIndex={0} aria-label={`The fix in ${languageNames[language]}`}>
          <code>{code}</code>
        </pre>
      ) : null}
      {lesson === 'failed' ? (
        <p class="pg-note">
          Its lines could not be loaded.{' '}
          <button type="button" class="pg-button pg-button-small" onClick={certify.retryLesson}>
            Try again
          </button>
        </p>
      ) : null}
    </div>
  );
}
