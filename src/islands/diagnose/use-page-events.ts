import { useEffect } from 'preact/hooks';
import type { Diagnoser } from './model/diagnoser.ts';

/** A field of the reader's own, where a paste and Escape mean what they mean everywhere. */
function isOtherField(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const field = target.closest('input, textarea, select, [contenteditable]');
  return field !== null && !field.hasAttribute('data-paste-box');
}

const isElsewhere = (target: EventTarget | null): boolean =>
  isOtherField(target) || document.querySelector('dialog[open]') !== null;

/** Takes a picture, another file, or a text, in the order in which they say most. */
function take(diagnoser: Diagnoser, data: DataTransfer, text: string): void {
  const [file] = data.files;
  if (text !== '') void diagnoser.paste({ text });
  else if (file?.type.startsWith('image/')) diagnoser.meetPicture();
  else if (file) void diagnoser.paste({ file, name: file.name });
}

/** The box with the pasted text in the place of what was selected. */
function inserted(box: HTMLTextAreaElement, text: string): string {
  const { value, selectionStart, selectionEnd } = box;
  return value.slice(0, selectionStart) + text + value.slice(selectionEnd);
}

/**
 * What works anywhere on the page: Ctrl+V and a drop are taken before the browser inserts them,
 * Ctrl+Shift+C copies the reply, Escape forgets everything.
 */
export function usePageEvents(diagnoser: Diagnoser, ready: boolean): void {
  useEffect(() => {
    if (!ready) return undefined;
    const onPaste = (event: ClipboardEvent): void => {
      const { clipboardData: data, target } = event;
      if (!data || isElsewhere(target)) return;
      event.preventDefault();
      const text = data.getData('text/plain');
      take(diagnoser, data, target instanceof HTMLTextAreaElement ? inserted(target, text) : text);
    };
    const onDragOver = (event: DragEvent): void => {
      if (isOtherField(event.target)) return;
      event.preventDefault();
    };
    const onDrop = (event: DragEvent): void => {
      if (!event.dataTransfer || isOtherField(event.target)) return;
      event.preventDefault();
      take(diagnoser, event.dataTransfer, event.dataTransfer.getData('text/plain'));
    };
    const onKey = (event: KeyboardEvent): void => {
      if (document.querySelector('dialog[open]')) return;
      const isCopy =
        event.key.toLowerCase() === 'c' && event.shiftKey && (event.ctrlKey || event.metaKey);
      if (isCopy && diagnoser.shown.peek()) {
        event.preventDefault();
        void diagnoser.copyReply();
      }
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      diagnoser.forget();
    };
    document.addEventListener('paste', onPaste);
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('drop', onDrop);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('drop', onDrop);
      document.removeEventListener('keydown', onKey);
    };
  }, [diagnoser, ready]);
}
