import { Component, type FunctionComponent, type JSX } from 'preact';

/** Whether two sets of properties hold the same values under the same names. */
export function isSame(one: object, other: object): boolean {
  const entries = Object.entries(one);
  return (
    entries.length === Object.keys(other).length &&
    entries.every(([name, value]) => Object.is(value, (other as Record<string, unknown>)[name]))
  );
}

/** A view that is drawn again only when a property changes: a row of a long list. */
export function memo<Properties extends object>(
  View: FunctionComponent<Properties>,
): new (properties: Properties) => Component<Properties> {
  return class Memo extends Component<Properties> {
    override shouldComponentUpdate(next: Readonly<Properties>): boolean {
      return !isSame(this.props, next);
    }

    override render(properties: Properties): JSX.Element {
      return <View {...properties} />;
    }
  };
}
