/** Notes on a row, each a sentence: the first ones, and the others behind a line. */
import type { Remark } from "#core/comparison/answer.ts";
import { Abbreviated } from "#presentation/screen/abbreviated.tsx";
import type { DetailWords } from "#presentation/words/catalogue.ts";

const mostShown = 3;

interface Props {
  notes: readonly Remark[];
  words: Pick<DetailWords, "abbreviations" | "moreNotes">;
  /** How many stand open. */
  most?: number;
}

export function Notes({ notes, words, most = mostShown }: Props) {
  const rest = notes.slice(most);
  return (
    <>
      <List notes={notes.slice(0, most)} words={words} />
      {rest.length > 0 && (
        <details>
          <summary>{words.moreNotes(rest.length)}</summary>
          <List notes={rest} words={words} />
        </details>
      )}
    </>
  );
}

function List({ notes, words: { abbreviations } }: Omit<Props, "most">) {
  if (notes.length === 0) return null;
  return (
    <ul class="notes">
      {notes.map(({ code, text }) => (
        <li key={code + text}>
          <Abbreviated text={text} names={abbreviations} />
        </li>
      ))}
    </ul>
  );
}
