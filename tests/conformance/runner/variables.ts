/** Variables of a running row, by name. */
export type Variables = Map<string, string>;

const name = /\{([A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)?)\}/g;

/** Puts variables in for their names; a name that nothing has set is a mistake in the table. */
export function fill(text: string, variables: Variables): string {
  return text.replace(name, (_, key: string) => {
    const value = variables.get(key);
    if (value === undefined) throw new Error(`the row uses {${key}}, which nothing has set`);
    return value;
  });
}
