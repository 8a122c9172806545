import { useId, useRef, useState } from "preact/hooks";
import type { AddedContent } from "#core/added/read-text.ts";
import { saveFile } from "../page/save-file.ts";
import type { ReaderCounts } from "./counts.ts";

interface TableProps {
  counts: ReaderCounts;
  onRead: (contents: readonly AddedContent[]) => void;
}

/** Reads a table from a spreadsheet, or a file that the reader kept, into the form. */
export function Table({ counts, onRead }: TableProps) {
  const [text, setText] = useState("");
  const [messages, setMessages] = useState<readonly string[]>([]);
  const file = useRef<HTMLInputElement>(null);
  const id = useId();
  const read = (from: string) => {
    const { contents, problems } = counts.read(from);
    const isOne = contents.length === 1;
    setMessages(
      problems.length > 0
        ? problems.map(({ field, message }) => [field, message].filter(Boolean).join(": "))
        : [isOne ? "Read. Look it over, then add it." : `${contents.length} groups read.`],
    );
    // Several groups are added at once, so they must be right; of one the form shows what is wrong.
    if (problems.length === 0 || isOne) onRead(contents);
  };
  const open = async () => {
    const [chosen] = file.current?.files ?? [];
    if (!chosen) return;
    read(await chosen.text());
    if (file.current) file.current.value = "";
  };
  const template = () =>
    saveFile(new Blob([counts.template()], { type: "text/csv" }), "counts-template.csv");
  return (
    <details class="table">
      <summary>From a spreadsheet or a file</summary>
      <label for={id}>Paste a table with the names of its columns</label>
      <textarea
        id={id}
        rows={4}
        spellcheck={false}
        placeholder={"name\tclass\tpatients\toutcome\tevents"}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        aria-describedby={`${id}-said`}
      />
      <p class="acts">
        <button type="button" onClick={() => read(text)}>
          Read the table
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          Open a file
        </button>
        <button type="button" class="quiet" onClick={template}>
          Template (CSV)
        </button>
      </p>
      <input
        ref={file}
        type="file"
        accept=".csv,.tsv,.txt,.json,text/csv,application/json"
        aria-label="File with counts"
        hidden
        onChange={open}
      />
      <div id={`${id}-said`} role="status" class={messages.length > 0 ? "said" : ""}>
        {messages.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </details>
  );
}
