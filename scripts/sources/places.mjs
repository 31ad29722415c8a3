import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What git calls a text. */
const blobId = (bytes) =>
  createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');

/** Repositories in a folder: `FOLDER/owner/name`, with or without a work tree. */
export class Folder {
  constructor(path) {
    this.path = path;
  }

  has(repository) {
    return existsSync(join(this.path, repository));
  }

  #git(repository, ...args) {
    const { status, stdout } = spawnSync('git', ['-C', join(this.path, repository), ...args], {
      encoding: 'utf8',
    });
    return status === 0 ? stdout.trim() : undefined;
  }

  /** The id of what stands at a path, at a revision or at the newest one; undefined where nothing does. */
  async idOf(repository, path, revision = 'HEAD') {
    return this.#git(repository, 'rev-parse', '--verify', '--quiet', `${revision}:${path}`);
  }

  async hasCommit(repository, revision) {
    return this.#git(repository, 'cat-file', '-t', revision) === 'commit';
  }
}

/** Repositories and pages by the network. */
export class Network {
  has() {
    return true;
  }

  async idOf(repository, path, revision = 'HEAD') {
    const answer = await fetch(
      `https://raw.githubusercontent.com/${repository}/${revision}/${path}`,
    );
    return answer.ok ? blobId(Buffer.from(await answer.arrayBuffer())) : undefined;
  }

  async hasCommit(repository, revision) {
    return this.answers(`https://github.com/${repository}/commit/${revision}`);
  }

  async answers(href) {
    return (await fetch(href)).ok;
  }

  /** The sections of an RFC by its headings, from its plain text. */
  async sectionsOf(number) {
    const answer = await fetch(`https://www.rfc-editor.org/rfc/rfc${number}.txt`);
    return answer.ok ? sectionsIn(await answer.text()) : undefined;
  }
}

/** Numbers of the headings in the plain text of an RFC: `4.1.3.  Access Token Request`, `Appendix B. …`. */
export function sectionsIn(text) {
  const headings = text.matchAll(
    /^ {0,12}(?:Appendix )?((?:\d{1,2}|[A-Z])(?:\.\d{1,2})*)\.?\s+\S/gm,
  );
  return new Set([...headings].map(([, number]) => number));
}
