// The built site as the checks see it: its files, and of each page its elements.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parse, walkSync } from 'ultrahtml';

const ELEMENT = 1;

const entities = { '&amp;': '&', '&quot;': '"', '&#39;': "'", '&#x27;': "'", '&#38;': '&' };
const decode = (value) => value.replace(/&(?:amp|quot|#39|#x27|#38);/g, (name) => entities[name]);

/**
 * The elements of a page, in order: `{ name, attributes, text }`. Text is kept for
 * scripts alone, which are the only ones whose text a check reads.
 */
export function elementsOf(html) {
  const elements = [];
  walkSync(parse(html), (node) => {
    if (node.type !== ELEMENT) return;
    const attributes = Object.fromEntries(
      Object.entries(node.attributes).map(([name, value]) => [name.toLowerCase(), decode(value)]),
    );
    const name = node.name.toLowerCase();
    const text = name === 'script' ? node.children.map(({ value }) => value ?? '').join('') : '';
    elements.push({ name, attributes, text });
  });
  return elements;
}

/** A page: its address on the site (`/flows/auth-code-pkce/`) and what it holds. */
export function readPage(address, html) {
  const elements = elementsOf(html);
  return {
    address,
    html,
    elements,
    ids: new Set(elements.flatMap(({ attributes: { id } }) => (id ? [id] : []))),
    /** Astro writes a page of its own for each redirect. */
    isRedirect: elements.some(
      ({ name, attributes }) => name === 'meta' && attributes['http-equiv'] === 'refresh',
    ),
  };
}

export class BuiltSite {
  constructor(folder) {
    if (!existsSync(folder)) throw new Error(`There is no ${folder}: run npm run build first.`);
    this.folder = folder;
    this.pages = readdirSync(folder, { recursive: true })
      .map((file) => `/${file.split(sep).join('/')}`)
      .filter((path) => path.endsWith('.html'))
      .map((path) => readPage(path.replace(/\/index\.html$/, '/'), this.read(path)))
      .sort((a, b) => (a.address < b.address ? -1 : 1));
  }

  read(path) {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  page(address) {
    return this.pages.find((page) => page.address === address);
  }

  /** The names of the files of a folder; none where there is no such folder. */
  filesIn(path) {
    const folder = join(this.folder, path);
    return existsSync(folder) ? readdirSync(folder) : [];
  }

  /** Whether a host finds a file for this path, an `index.html` included. */
  hasFile(path) {
    const file = join(this.folder, path.endsWith('/') ? `${path}index.html` : path);
    return existsSync(file) && statSync(file).isFile();
  }
}
