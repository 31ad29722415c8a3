import type { Hit } from './pagefind.ts';

export { searchSite } from './error-hits.ts';

/** One place that was found: its page, the heading in it, and the words around the match. */
export function resultRow({ title, section, url, excerpt }: Hit): HTMLLIElement {
  const name = document.createElement('strong');
  name.append(title);
  if (section) {
    const where = document.createElement('span');
    where.className = 'where';
    where.textContent = ` › ${section}`;
    name.append(where);
  }
  const text = document.createElement('span');
  text.className = 'excerpt';
  for (const part of excerpt) {
    if (!part.isMatch) text.append(part.text);
    else text.append(Object.assign(document.createElement('mark'), { textContent: part.text }));
  }
  const link = document.createElement('a');
  link.href = url;
  link.append(name, text);
  const item = document.createElement('li');
  item.append(link);
  return item;
}
