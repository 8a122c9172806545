/** Above the answer: whose counts stand in it, whether they are counted, and what they change. */
import { useEffect, useState } from "preact/hooks";
import type { AddedContent } from "#core/added/read-text.ts";
import type { AddedStanding } from "#server/answers/compute/added-counts.ts";
import { saveFile } from "../page/save-file.ts";
import type { ReaderCounts } from "./counts.ts";
import { painted } from "./host.ts";

interface BarProps {
  counts: ReaderCounts;
  contents: readonly AddedContent[];
  isCounted: boolean;
  /** The question on screen. */
  question: string;
  onCount: (isCounted: boolean) => void;
  onEdit: (index: number) => void;
  onRemove: (index: number) => void;
  onAnother: (() => void) | null;
  /** Asks for trials and practice. */
  onPractice: () => void;
}

export function AddedBar(props: BarProps) {
  const { counts, contents, isCounted, question, onCount, onEdit, onRemove, onAnother } = props;
  const standings = counts.standings(question);
  const canCount = standings.some((standing) => standing.isCounted);
  const keep = () => {
    const [only, another] = contents;
    const content = another === undefined ? only : contents;
    const text = `${JSON.stringify(content, null, 2)}\n`;
    saveFile(new Blob([text], { type: "application/json" }), "my-counts.json");
  };
  return (
    <section class="bar" aria-label="Your counts">
      <ul>
        {standings.map((standing, index) => (
          <li key={index}>
            <svg class="sign" viewBox="-8 -8 16 16" aria-hidden="true">
              <path d="M0 -7L7 5H-7Z" />
            </svg>
            <strong>{standing.name}</strong>
            <button type="button" class="quiet" onClick={() => onEdit(index)}>
              Change<span class="hidden"> {standing.name}</span>
            </button>
            <button type="button" class="quiet" onClick={() => onRemove(index)}>
              Remove<span class="hidden"> {standing.name}</span>
            </button>
            <Standing standing={standing} onPractice={props.onPractice} />
          </li>
        ))}
      </ul>
      <p class="switch">
        <label class={canCount ? "" : "muted"}>
          <input
            type="checkbox"
            role="switch"
            aria-checked={isCounted && canCount}
            checked={isCounted && canCount}
            disabled={!canCount}
            onChange={({ currentTarget }) => onCount(currentTarget.checked)}
          />{" "}
          Count {contents.length > 1 ? "them" : "it"} in the numbers below
        </label>
      </p>
      {canCount && <Changes counts={counts} contents={contents} question={question} />}
      <p class="whose">
        {isCounted && canCount ? "With counts added by the reader: " : "Added by the reader: "}
        not reviewed, not published.{" "}
        <span class="muted">
          On this device only, until you leave the page: links and addresses hold nothing of it.
          “Within”, “below” or “above”: compared with where the rate of the next trial may lie; not
          said of fewer than 30 patients.
        </span>
      </p>
      <p class="acts">
        {onAnother && (
          <button type="button" class="quiet" onClick={onAnother}>
            Add another group
          </button>
        )}
        <button type="button" class="quiet" onClick={keep}>
          Keep as a file
        </button>
      </p>
    </section>
  );
}

interface StandingProps {
  standing: AddedStanding;
  onPractice: () => void;
}

function Standing({ standing, onPractice }: StandingProps) {
  const { isCounted, isListed, isPractice, isOnlyPractice, reason } = standing;
  const chosen = "practice: trials choose their patients";
  if (isCounted && !isPractice) return null;
  const where = isListed ? "beside the numbers, not in them: " : "not in this question: ";
  return (
    <small>
      {!isCounted && where}
      {isCounted || isOnlyPractice ? chosen : reason}
      {isOnlyPractice && (
        <>
          {" "}
          <button type="button" class="quiet" onClick={onPractice}>
            Ask for practice, too
          </button>
        </>
      )}
    </small>
  );
}

type Rows = ReturnType<ReaderCounts["changes"]>;

/** Every row that the counts change, with and without. It takes a moment, so it is made when it is opened. */
function Changes({
  counts,
  contents,
  question,
}: Pick<BarProps, "counts" | "contents" | "question">) {
  const [isOpen, setOpen] = useState(false);
  const [rows, setRows] = useState<Rows | null>(null);
  useEffect(() => {
    setRows(null);
    if (!isOpen) return;
    let isOver = false;
    painted().then(() => isOver || setRows(counts.changes(question)));
    return () => {
      isOver = true;
    };
  }, [isOpen, contents, question, counts]);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>What it changes</summary>
      {rows === null ? (
        <p class="muted" role="status">
          Computing with and without
        </p>
      ) : (
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">Without</th>
              <th scope="col">With yours</th>
            </tr>
          </thead>
          {rows.map(({ outcome, label, lines }) => (
            <tbody key={outcome}>
              <tr>
                <th colSpan={3} scope="rowgroup">
                  {label}
                </th>
              </tr>
              {lines.map((line) => (
                <tr key={line.name} class={line.without === line.with ? "muted" : ""}>
                  <th scope="row">{line.name}</th>
                  <td>{line.without}</td>
                  <td>{line.with}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      )}
    </details>
  );
}
