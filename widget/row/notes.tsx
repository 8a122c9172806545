/** Draws notes on a row, each a sentence: the first ones, and the others behind a line. */
import { formatCountWithNoun } from "#presentation/words/sentences.ts";

const mostNotes = 3;

interface NotesProps {
  notes: readonly string[];
  /** States how many notes stand open. */
  most?: number;
}

export function Notes({ notes, most = mostNotes }: NotesProps) {
  const moreNotes = notes.slice(most);
  return (
    <>
      <NoteList notes={notes.slice(0, most)} />
      {moreNotes.length > 0 && (
        <details>
          <summary>{formatCountWithNoun(moreNotes.length, "more note")}</summary>
          <NoteList notes={moreNotes} />
        </details>
      )}
    </>
  );
}

export function Paragraphs({
  texts,
  kind = "muted",
}: {
  texts: readonly string[];
  kind?: "muted" | "aside";
}) {
  return (
    <>
      {texts.map((text) => (
        <p key={text} class={kind}>
          {text}
        </p>
      ))}
    </>
  );
}

function NoteList({ notes }: Pick<NotesProps, "notes">) {
  if (notes.length === 0) return null;
  return (
    <ul class="notes">
      {notes.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
