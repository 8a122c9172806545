export function capitalised(text: string): string {
  return text.replace(/^./, (first) => first.toUpperCase());
}

/** Makes a sentence: capital first letter and a full stop. */
export function sentence(text: string): string {
  return `${capitalised(text)}.`;
}
