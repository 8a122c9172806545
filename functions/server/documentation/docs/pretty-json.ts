const widest = 76;

/** Readable JSON: values that fit on one line are not broken. */
export function prettyJson(value: unknown, indent = ""): string {
  const short = JSON.stringify(value, null, 1).replace(/\n\s*/g, " ");
  if (indent.length + short.length <= widest || value === null || typeof value !== "object") {
    return short;
  }
  const inner = `${indent}  `;
  const [open, close, lines] = Array.isArray(value)
    ? ["[", "]", value.map((one) => prettyJson(one, inner))]
    : [
        "{",
        "}",
        Object.entries(value).map(
          ([key, one]) => `${JSON.stringify(key)}: ${prettyJson(one, inner)}`,
        ),
      ];
  return `${open}\n${lines.map((line) => inner + line).join(",\n")}\n${indent}${close}`;
}
