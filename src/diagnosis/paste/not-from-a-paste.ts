/**
 * Lint rules that no text of a paste decides, with why; every other one is a rule of `paste/` or of
 * `rules/causes`, and a test asks for each.
 */
export const notFromAPaste: Readonly<Record<`LINT-${string}`, string>> = {
  'LINT-003':
    'That a secret is in the paste is told by what was removed of it (`diagnosis/hide`), above every verdict.',
  'LINT-121':
    'Whether the code still stands in the address bar shows in the browser alone: a copied address does not say when it was copied.',
  'LINT-221':
    'It is the table from codes to causes: the catalogue of errors answers by the code itself.',
};
