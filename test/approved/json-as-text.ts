/**
 * Returns JSON with short values on one line and names in alphabetical order, so that only a changed value makes a
 * difference.
 */
export function jsonAsText(value: unknown, indent = ""): string {
  const short = JSON.stringify(sorted(value));
  if (indent.length + short.length <= 190 || typeof value !== "object" || value === null) {
    return short;
  }
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const lines = Array.isArray(value)
    ? value.map((element) => inner + jsonAsText(element, inner))
    : Object.entries(sorted(value) as object).map(
        ([name, member]) => `${inner}${JSON.stringify(name)}: ${jsonAsText(member, inner)}`,
      );
  return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sorted(value[name as keyof typeof value])]));
}

/** Values by the names of what they decide. */
export type Samples = Readonly<Record<string, unknown>>;

/** Writes groups of samples as an outline. */
export function samplesAsText(groups: Readonly<Record<string, Samples>>): string {
  return Object.entries(groups)
    .flatMap(([group, samples]) => [
      `# ${group.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`,
      "",
      ...Object.entries(samples).flatMap(([name, value]) => [
        `## ${name}`,
        jsonAsText(value ?? null),
        "",
      ]),
    ])
    .join("\n");
}
