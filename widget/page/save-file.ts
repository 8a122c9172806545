export function saveFile(content: Blob, name: string): void {
  const href = URL.createObjectURL(content);
  Object.assign(document.createElement("a"), { href, download: name }).click();
  // A browser may ask for a place first, and reads the content only then.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
