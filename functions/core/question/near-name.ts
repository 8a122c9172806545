/** Returns the name that is written almost like this one: in other letters, with another hyphen, or not to its end. */
export function findNearName(text: string, names: readonly string[]): string | undefined {
  const bare = stripNameToLetters(text);
  const isNear = (name: string) => name.startsWith(bare) || bare.startsWith(name);
  return bare.length < 3 ? undefined : names.find((name) => isNear(stripNameToLetters(name)));
}

const stripNameToLetters = (name: string) => name.toLowerCase().replace(/[^a-z]/g, "");
