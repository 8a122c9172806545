import { useId, useRef, useState } from "preact/hooks";
import { type AddedContent, makeCsvTemplate } from "#core/added/fields.ts";
import type { ReadText } from "#core/added/read-text.ts";
import { saveFile } from "../page/save-file.ts";

interface TableProps {
  read: (text: string) => ReadText | null;
  /** Holds the pasted text, which stays until its counts are added. */
  text: string;
  onType: (text: string) => void;
  /** Gets groups of which nothing is wrong. */
  onRead: (contents: readonly AddedContent[]) => void;
}

/** Reads a table in the columns of the template, or a file that the reader kept. */
export function TableReader({ read, text, onType, onRead }: TableProps) {
  const [messages, setMessages] = useState<readonly string[]>([]);
  const [isOtherForm, setOtherForm] = useState(false);
  const [isOpen] = useState(text !== "");
  const file = useRef<HTMLInputElement>(null);
  const id = useId();
  const take = (from: string) => {
    const found = read(from);
    setOtherForm(found === null);
    setMessages(
      found
        ? found.problems.map(({ field, message }) => [field, message].filter(Boolean).join(": "))
        : [
            "This is neither a table in exactly the columns of the template below nor a file that was kept here.",
          ],
    );
    if (found?.problems.length === 0) onRead(found.contents);
  };
  const open = async () => {
    const [chosen] = file.current?.files ?? [];
    if (!chosen) return;
    take(await chosen.text());
    if (file.current) file.current.value = "";
  };
  const template = makeCsvTemplate();
  const saveTemplate = () =>
    saveFile(new Blob([template], { type: "text/csv" }), "counts-template.csv");
  return (
    <details class="table" open={isOpen}>
      <summary>From a table or a file</summary>
      <label for={id}>Paste a table in the columns of the template</label>
      <textarea
        id={id}
        rows={4}
        spellcheck={false}
        value={text}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
        aria-describedby={`${id}-said`}
      />
      <p class="acts">
        <button type="button" onClick={() => take(text)}>
          Add the table
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          Open a file
        </button>
        <button type="button" class="quiet" onClick={saveTemplate}>
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
      {isOtherForm && (
        <textarea
          class="template"
          aria-label="Template"
          rows={9}
          wrap="off"
          readOnly
          value={template}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      )}
    </details>
  );
}
