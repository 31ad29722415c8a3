import type { CodeForm } from './code-languages.ts';

/**
 * One line for a terminal that asks for each value without showing it, so that none of them stands in
 * its history.
 */
export function askInTerminal(names: readonly string[], form: CodeForm): string {
  if (form === 'powershell') {
    const list = names.map((name) => `'${name}'`).join(', ');
    return `foreach ($name in ${list}) { Set-Item "env:$name" (Read-Host $name -MaskInput) }`;
  }
  return `for name in ${names.join(' ')}; do printf '%s: ' "$name"; read -rs "$name"; echo; export "$name"; done`;
}
