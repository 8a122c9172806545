/** Returns the name that is written almost like this one: in other letters, with another hyphen, or not to its end. */
export function nearName(text: string, names: readonly string[]): string | undefined {
  const bare = bareOf(text);
  const isNear = (name: string) => name.startsWith(bare) || bare.startsWith(name);
  return bare.length < 3 ? undefined : names.find((name) => isNear(bareOf(name)));
}

const bareOf = (name: string) => name.toLowerCase().replace(/[^a-z]/g, "");
