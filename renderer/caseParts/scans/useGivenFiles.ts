import { useEffect, useEffectEvent, useState } from 'react';

/**
 * Files that are pasted anywhere on the page or dropped on one part of it. A file that misses that
 * part is not opened by the browser in place of the desk.
 * @param onFile called with the first file only
 * @returns whether a file hangs over the page just now
 */
export function useGivenFiles(
  isOpen: boolean,
  target: { readonly current: HTMLElement | null },
  onFile: (file: File, source: 'file' | 'pasted', isOneOfMany: boolean) => void,
): boolean {
  const [isOver, setIsOver] = useState(false);
  const give = useEffectEvent((files: FileList | undefined, source: 'file' | 'pasted') => {
    const [first, ...others] = [...(files ?? [])];
    if (first === undefined || !isOpen) return false;
    onFile(first, source, others.length > 0);
    return true;
  });
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent) => {
      setIsOver(false);
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      const { target: at } = event;
      if (at instanceof Node && target.current?.contains(at) === true) {
        give(event.dataTransfer.files, 'file');
      }
    };
    const paste = (event: ClipboardEvent) => {
      // Cells of a table come as text and as a picture of it: in a field, the text is meant.
      const isText = event.clipboardData?.types.includes('text/plain') === true;
      if (isText && isField(event.target)) return;
      if (give(event.clipboardData?.files, 'pasted')) event.preventDefault();
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, [target]);
  return isOver && isOpen;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
