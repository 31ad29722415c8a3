const file = /^https:\/\/github\.com\/([^/]+\/[^/]+)\/(?:blob|tree)\/([^/]+)\/(.+)$/;
const commit = /^https:\/\/github\.com\/([^/]+\/[^/]+)\/commit\/([0-9a-f]+)$/;
const rfc = /^https:\/\/www\.rfc-editor\.org\/(?:rfc|info)\/rfc(\d+)(?:\.html)?$/;

/** What an address names: a file at a revision, a commit, an RFC, or a page of the web. */
export function partsOf(href) {
  const [, repository, revision, path] = file.exec(href) ?? [];
  if (path) return { kind: 'file', repository, revision, path };
  const [, committed, id] = commit.exec(href) ?? [];
  if (id) return { kind: 'commit', repository: committed, revision: id };
  const [, number] = rfc.exec(href) ?? [];
  if (number) return { kind: 'rfc', number: Number(number) };
  return { kind: 'page', href };
}
