/** The first letter large, as a sentence begins. */
export function capitalised(text: string): string {
  return text.replace(/^./, (first) => first.toUpperCase());
}

/** A whole sentence: the first letter large, and a full stop. */
export function sentence(text: string): string {
  return `${capitalised(text)}.`;
}
