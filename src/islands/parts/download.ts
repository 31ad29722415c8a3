export interface SavedFile {
  name: string;
  type: string;
  text: string;
}

/** Has the browser save a text as a file. */
export function download({ name, type, text }: SavedFile): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
