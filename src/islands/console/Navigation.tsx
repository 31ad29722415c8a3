import type { JSX } from 'preact';
import type { Console } from './model/console.ts';
import { type Section, placeLink, sectionNames, sections } from './model/place.ts';

/** What the list holds: drawn, and folded away. */
function requestsOf({ requests }: Console): number {
  const drawn = requests.drawn.value.filter(({ kind }) => kind === 'exchange').length;
  return drawn + requests.folded.value;
}

function count(console: Console, section: Section): number | undefined {
  const lists = {
    apps: console.apps.value.value?.length,
    people: console.sessions.value.value?.length,
    jwt: console.jwts.value.value?.length,
    requests: requestsOf(console),
    clock: undefined,
    policy: undefined,
  };
  return lists[section];
}

/** The parts of the console; each link is an address that can be kept. */
export function Navigation({ console }: { console: Console }): JSX.Element {
  const { section } = console.place.value;
  return (
    <nav class="cs-nav" aria-label="Console">
      <ul>
        {sections.map((one) => {
          const number = count(console, one);
          return (
            <li key={one}>
              <a
                href={placeLink({ section: one })}
                aria-current={one === section ? 'page' : undefined}
              >
                {sectionNames[one]}
                {number === undefined ? null : <span class="cs-count pg-figures">{number}</span>}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
