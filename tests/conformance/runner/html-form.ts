/** A page's form as a browser would post it. */
export interface HtmlForm {
  action: string;
  method: string;
  /** Successful controls without the buttons, in document order. */
  fields: [name: string, value: string][];
  buttons: { name?: string | undefined; value: string }[];
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function unescape(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#[0-9]+|[a-z]+);/gi, (whole, entity: string) => {
    if (/^#x/i.test(entity)) return String.fromCodePoint(parseInt(entity.slice(2), 16));
    if (entity.startsWith('#')) return String.fromCodePoint(parseInt(entity.slice(1), 10));
    return entities[entity.toLowerCase()] ?? whole;
  });
}

function attributesOf(tag: string): Map<string, string> {
  const found = new Map<string, string>();
  const inside = tag.replace(/^<[a-z]+/i, '').replace(/\/?>$/, '');
  for (const [, name = '', double, single, bare] of inside.matchAll(
    /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  )) {
    found.set(name.toLowerCase(), unescape(double ?? single ?? bare ?? ''));
  }
  return found;
}

/**
 * Reads the first form of a page with no document at hand, so that it works in
 * Node and in a worker. It knows inputs, selects, textareas and buttons.
 *
 * @returns nothing when the page has no form
 */
export function firstForm(html: string): HtmlForm | undefined {
  const whole = /<form\b[^>]*>[\s\S]*?<\/form>/i.exec(html)?.[0];
  if (whole === undefined) return undefined;
  const open = attributesOf(/^<form\b[^>]*>/i.exec(whole)?.[0] ?? '');
  const form: HtmlForm = {
    action: open.get('action') ?? '',
    method: (open.get('method') ?? 'get').toUpperCase(),
    fields: [],
    buttons: [],
  };
  const controls =
    /<input\b[^>]*>|<button\b[^>]*>|<textarea\b[^>]*>([\s\S]*?)<\/textarea>|<select\b[^>]*>[\s\S]*?<\/select>/gi;
  for (const [control, textarea] of whole.matchAll(controls)) {
    const attributes = attributesOf(/^<[^>]*>/.exec(control)?.[0] ?? '');
    const name = attributes.get('name');
    const type = attributes.get('type') ?? '';
    if (attributes.has('disabled')) continue;
    if (/^<button/i.test(control) || type === 'submit') {
      if (type === 'button' || type === 'reset') continue;
      form.buttons.push({ name, value: attributes.get('value') ?? '' });
    } else if (name === undefined) continue;
    else if (/^<select/i.test(control)) {
      const options = [...control.matchAll(/<option\b[^>]*>/gi)].map(([tag]) => attributesOf(tag));
      const chosen = options.find((option) => option.has('selected')) ?? options[0];
      if (chosen) form.fields.push([name, chosen.get('value') ?? '']);
    } else if (textarea !== undefined) form.fields.push([name, unescape(textarea)]);
    else if (type !== 'radio' && type !== 'checkbox') {
      form.fields.push([name, attributes.get('value') ?? '']);
    } else if (attributes.has('checked')) form.fields.push([name, attributes.get('value') ?? 'on']);
  }
  return form;
}

/**
 * The body that a press of a button posts: the first one, or the one of that name.
 *
 * @param changes values to put in the place of what the page has filled in
 */
export function formBody(
  form: HtmlForm,
  button?: string,
  changes: Readonly<Record<string, string>> = {},
): string {
  const pressed =
    button === undefined ? form.buttons[0] : form.buttons.find(({ name }) => name === button);
  const pairs = form.fields.map(([name, value]) => [name, changes[name] ?? value]);
  if (pressed?.name !== undefined) pairs.push([pressed.name, pressed.value]);
  return new URLSearchParams(pairs).toString();
}
