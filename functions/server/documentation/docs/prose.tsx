/** Renders text with `code` in backquotes, the format of the descriptions. */
import type { JSX } from "preact";

export function Prose({ text }: { text: string }): JSX.Element {
  return (
    <>
      {text
        .split("`")
        .map((part, index) => (index % 2 === 0 ? part : <code key={index}>{part}</code>))}
    </>
  );
}

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
