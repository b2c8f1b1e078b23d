/** Hands a file to the browser as a download. */
export function saveFile(file: Blob, name: string): void {
  // Without its type the browser cannot decide to show it instead of saving it.
  const url = URL.createObjectURL(new Blob([file], { type: 'application/octet-stream' }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
