/** What the pages of the API show of words and examples. */
import type { JSX } from "preact";
import type { Example } from "../open-api.ts";

/** The words of a closed list. A long list is collapsed. */
export function Words({ words, what }: { words: readonly string[]; what: string }): JSX.Element {
  const list = (
    <span class="words">
      {words.map((word) => (
        <code key={word}>{word}</code>
      ))}
    </span>
  );
  if (words.length <= mostWords) return list;
  return (
    <details>
      <summary>
        {words.length} {what}
      </summary>
      {list}
    </details>
  );
}

const mostWords = 14;

const widest = 76;

/** Readable JSON: values that fit on one line are not broken. */
function prettyJson(value: unknown, indent = ""): string {
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

/** A real request and its answer. */
export function ExampleOf({ summary, value }: Example): JSX.Element {
  return (
    <details>
      <summary>Example</summary>
      <p class="kind">{summary}</p>
      <Code text={typeof value === "string" ? value : prettyJson(value)} />
    </details>
  );
}

/** Scrolled with the keyboard, too. */
export function Code({ text }: { text: string }): JSX.Element {
  return (
    <pre tabindex={0}>
      <code>{text}</code>
    </pre>
  );
}
