/** Returns the name that is written almost like this one: in other letters, with another hyphen, or not to its end. */
export function nearName(text: string, names: readonly string[]): string | undefined {
  const bare = bareOf(text);
  return names.find((name) => isNear(bare, bareOf(name)));
}

/** Returns whether one text begins with the other; fewer than three letters tell nothing. */
const isNear = (a: string, b: string) =>
  Math.min(a.length, b.length) > 2 && (a.startsWith(b) || b.startsWith(a));

const bareOf = (name: string) => name.toLowerCase().replace(/[^a-z]/g, "");
