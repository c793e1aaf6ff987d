/** Hands a text to the browser as a file to be saved. */
export function saveFile(fileName: string, content: string, type = 'application/json'): void {
  save(fileName, new Blob([content], { type }));
}

/** Hands bytes to the browser as a file to be saved. */
export function saveBytes(fileName: string, bytes: Uint8Array<ArrayBuffer>, type: string): void {
  save(fileName, new Blob([bytes], { type }));
}

function save(fileName: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = fileName;
  anchor.click();
  URL.revokeObjectURL(address);
}
