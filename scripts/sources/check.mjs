import { partsOf } from './parts.mjs';

const fileOf = ({ repository, revision, path }) => ({ repository, revision, path });

const sameFile = (one) => (other) =>
  one.repository === other.repository && one.revision === other.revision && one.path === other.path;

/**
 * Asks a place for everything that is cited.
 *
 * @param data what was found last: `files`, `commits`, `rfcs`, `pages`, each with the day
 * @param citations from an address to the places that cite it
 * @param sections the sections of each RFC that may be cited
 * @param place a folder of repositories, or the network
 * @param today yyyy-mm-dd, the date of what is found now
 * @param write whether what is new is taken in; otherwise a citation that was never looked up is a problem
 */
export async function checkSources({ data, citations, sections, place, today, write }) {
  const next = { files: [], commits: [], rfcs: [], pages: [] };
  const problems = [];
  const changed = [];
  let notAsked = 0;
  let held = 0;
  const keep = (list, entry) => {
    list.push(entry);
    held += 1;
  };
  const ask = {
    async file(parts, href, places) {
      const before = data.files.find(sameFile(parts));
      if (!before && !write) return 'was never looked up';
      if (!place.has(parts.repository)) {
        if (before) next.files.push(before);
        notAsked += 1;
        return undefined;
      }
      const id = await place.idOf(parts.repository, parts.path, parts.revision);
      if (id === undefined) return `does not exist at ${parts.revision}`;
      if (before && before.id !== id) return `is not what was read at ${parts.revision}`;
      const newest = await place.idOf(parts.repository, parts.path);
      // What was old when it was first cited is cited because it is old.
      const isOld = before ? before.isOld === true : newest !== id;
      keep(next.files, { ...fileOf(parts), id, ...(isOld && { isOld }), checked: today });
      if (newest !== id && !isOld) {
        const why =
          newest === undefined
            ? 'is gone from the newest revision; on it stand:'
            : 'has changed since; on it stand:';
        changed.push({ href, why, places });
      }
      return undefined;
    },
    async commit({ repository, revision }) {
      const before = data.commits.find(
        (each) => each.repository === repository && each.revision === revision,
      );
      if (!before && !write) return 'was never looked up';
      if (!place.has(repository)) {
        if (before) next.commits.push(before);
        notAsked += 1;
        return undefined;
      }
      if (!(await place.hasCommit(repository, revision))) return 'does not exist';
      keep(next.commits, { repository, revision, checked: today });
      return undefined;
    },
    async rfc({ number }) {
      const before = data.rfcs.find((each) => each.number === number);
      if (!sections[number]) return 'is not in the table of sections';
      if (!place.sectionsOf) {
        next.rfcs.push(before ?? { number });
        notAsked += 1;
        return undefined;
      }
      const found = await place.sectionsOf(number);
      const missing = sections[number].filter((section) => !found?.has(section));
      if (missing.length > 0) return `has no section ${missing.join(', ')}`;
      keep(next.rfcs, { number, checked: today });
      return undefined;
    },
    async page({ href }) {
      const before = data.pages.find((each) => each.href === href);
      if (!before && !write) return 'was never looked up';
      if (!place.answers) {
        if (before) next.pages.push(before);
        notAsked += 1;
        return before
          ? undefined
          : 'was never looked up: add it to checked.json with the day you read it';
      }
      if (!(await place.answers(href))) return 'does not answer';
      // That it answers says nothing about its words: the day on which somebody read it stays.
      keep(next.pages, before ?? { href, read: today });
      return undefined;
    },
  };
  for (const [href, places] of [...citations].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const parts = partsOf(href);
    const why = await ask[parts.kind](parts, href, places);
    if (why !== undefined) problems.push({ href, why: `${why}; on it stand:`, places });
  }
  next.rfcs.sort((one, other) => one.number - other.number);
  // Two addresses may name one RFC.
  next.rfcs = next.rfcs.filter(({ number }, index) => next.rfcs[index - 1]?.number !== number);
  return { data: next, problems, changed, notAsked, counts: { held } };
}
