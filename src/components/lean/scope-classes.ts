/** The class by which Astro ties a component's style to its elements. */
const scope = /astro-[a-z0-9]{8}/;
const scopes = new RegExp(scope, 'g');
const tied = new RegExp(String.raw`([^\s>+~,{}()]*)((?::where\(\.${scope.source}\))+)`, 'g');
const startTag =
  /<([a-z][\w:-]*)((?:\s+[^\s"'<>/=]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)(\s*\/?>)/gi;

/** What an element has to be for a rule of a scope to mean it. */
interface Compound {
  tag?: string;
  classes: readonly string[];
}

/** The compound before a scope, read carefully: what it does not know could be anything. */
function compoundOf(text: string): Compound {
  const plain = text.replace(/::?[a-z-]+/gi, '');
  if (/[^\w.-]/.test(plain)) return { classes: [] };
  const [tag = '', ...classes] = plain.split('.');
  return { ...(tag !== '' && { tag: tag.toLowerCase() }), classes };
}

/**
 * What each scope's rules mean.
 *
 * @param styles all style sheets of the site
 */
export function readScopes(styles: Iterable<string>): Map<string, Compound[]> {
  const rules = new Map<string, Compound[]>();
  const add = (name: string, compound: Compound): void => {
    rules.set(name, [...(rules.get(name) ?? []), compound]);
  };
  for (const style of styles) {
    const css = style.replaceAll(/\[[^\]]*\]/g, '');
    for (const [, before = '', names = ''] of css.matchAll(tied)) {
      for (const [name] of names.matchAll(scopes)) add(name, compoundOf(before));
    }
    // Written in a way that this does not know: whatever has the class.
    for (const [name] of css.replaceAll(tied, '').matchAll(scopes)) add(name, { classes: [] });
  }
  return rules;
}

/**
 * A page without the scopes that mean nothing: Astro gives its class to every element of a component
 * that has a style, and most of them no rule names.
 */
export function dropIdleScopes(html: string, rules: ReadonlyMap<string, Compound[]>): string {
  return html.replaceAll(
    startTag,
    (whole: string, name: string, attributes: string, end: string) => {
      const [written, value] = / class="([^"]*)"/.exec(attributes) ?? [];
      if (written === undefined || value === undefined || !scope.test(value)) return whole;
      const classes = value.split(/\s+/);
      const kept = classes.filter(
        (each) =>
          !new RegExp(`^${scope.source}$`).test(each) ||
          rules
            .get(each)
            ?.some(
              (rule) =>
                (rule.tag ?? name.toLowerCase()) === name.toLowerCase() &&
                rule.classes.every((asked) => classes.includes(asked)),
            ) === true,
      );
      const left = kept.length === 0 ? '' : ` class="${kept.join(' ')}"`;
      return `<${name}${attributes.replace(written, () => left)}${end}`;
    },
  );
}
