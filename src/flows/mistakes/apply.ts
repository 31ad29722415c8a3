import { makeBasic } from '#protocol/make-basic.ts';
import type { Edit } from '../runner.ts';
import type { MistakeEdit } from './mistake.ts';

/** What a mistake is made from. */
export interface MistakeIngredients {
  /** What each row would send without an edit, by name. */
  originals: Readonly<Record<string, string>>;
  /** The values of the flow, by name. */
  values: Readonly<Record<string, string>>;
  clientId: string;
  clientSecret?: string | undefined;
  /** Credentials that the sandbox made for this, by row. */
  minted: Readonly<Record<string, string>>;
}

/** The name of the row that an edit changes. */
export function rowOf(edit: MistakeEdit): string {
  return edit.kind === 'basic' || edit.kind === 'basic-id-only' ? 'Authorization' : edit.name;
}

function turned(text: string): string {
  const last = text.at(-1) ?? '';
  return text.slice(0, -1) + (last === 'A' ? 'B' : 'A');
}

function valueOf(edit: MistakeEdit, ingredients: MistakeIngredients): string {
  const { originals, values, clientId, clientSecret = '', minted } = ingredients;
  const original = originals[rowOf(edit)] ?? '';
  switch (edit.kind) {
    case 'append':
      return original + edit.text;
    case 'replace':
      return edit.value;
    case 'cut':
      return original.slice(0, -edit.count);
    case 'turn':
      return turned(original);
    case 'encode':
      return encodeURIComponent(original);
    case 'swap':
      return `${edit.prefix ?? ''}${values[edit.value] ?? ''}`;
    case 'basic':
      return makeBasic(edit.id ?? clientId, `${edit.secret ?? clientSecret}${edit.tail ?? ''}`);
    case 'basic-id-only':
      return `Basic ${btoa(clientId)}`;
    case 'mint':
      return minted[edit.name] ?? '';
    case 'put-in':
    case 'left-out':
      return original;
  }
}

/** The edits of a mistake as the rows take them, by row. */
export function editsOf(
  edits: readonly MistakeEdit[],
  ingredients: MistakeIngredients,
): Record<string, Edit> {
  return Object.fromEntries(
    edits.map((edit): [string, Edit] => [
      rowOf(edit),
      edit.kind === 'left-out'
        ? { kind: 'left-out' }
        : { kind: 'value', value: valueOf(edit, ingredients) },
    ]),
  );
}
