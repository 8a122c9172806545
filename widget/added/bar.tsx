/** Draws above the answer whose counts stand in it, whether they are counted, and what they change. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { AddedContent } from "#core/added/fields.ts";
import { findEqualGroup, mostAdded } from "#core/added/read-text.ts";
import { chosenPatients } from "#presentation/words/added.ts";
import type { AddedStanding } from "#server/answers/compute/added-counts.ts";
import { saveFile } from "../page/save-file.ts";
import type { ReaderCounts } from "./counts.ts";
import { nextPaint } from "./host.ts";
import { typedOf } from "./typed-cohort.ts";

interface BarProps {
  counts: ReaderCounts;
  contents: readonly AddedContent[];
  isCounted: boolean;
  /** Holds the question on screen. */
  question: string;
  onCount: (isCounted: boolean) => void;
  onEdit: (index: number) => void;
  onRemove: (index: number) => void;
  onAnother: (() => void) | null;
  /** Asks a wider question. */
  onAsk: (question: string) => void;
}

export function AddedBar(props: BarProps) {
  const { counts, contents, isCounted, question, onCount, onEdit, onRemove, onAnother } = props;
  const standings = counts.standings(question);
  const section = useRef<HTMLElement>(null);
  const canCount = standings.some((standing) => standing.isEligible);
  const keep = () => {
    const [only, another] = contents;
    const content = another === undefined ? only : contents;
    const text = `${JSON.stringify(content, null, 2)}\n`;
    saveFile(new Blob([text], { type: "application/json" }), "my-counts.json");
  };
  return (
    <section class="bar" aria-label="Your counts" ref={section} tabIndex={-1}>
      <p class="hidden" role="status">
        {contents.length === 1 ? "One group is" : `${contents.length} groups are`} added.
      </p>
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
            <button
              type="button"
              class="quiet"
              onClick={() => {
                onRemove(index);
                section.current?.focus();
              }}
            >
              Remove<span class="hidden"> {standing.name}</span>
            </button>
            <small>{summaryOf(contents[index], counts)}</small>
            <Standing standing={standing} onAsk={props.onAsk} />
            <EqualGroup name={findEqualGroup(contents, index)} />
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
          “Within 35–99”: where the rate of the next trial may lie; “below” and “above” only with
          the whole interval. Not said of fewer than 30 patients or of several groups: no ranking.
        </span>
      </p>
      <p class="acts">
        {onAnother ? (
          <button type="button" class="quiet" onClick={onAnother}>
            Add another group
          </button>
        ) : (
          <span class="muted">{mostAdded} groups at most.</span>
        )}
        <button type="button" class="quiet" onClick={keep}>
          Keep as a file
        </button>
      </p>
    </section>
  );
}

/** Returns text such as "cilta-cel, 41 patients". */
function summaryOf(content: AddedContent | undefined, { choices }: ReaderCounts): string {
  if (!content) return "";
  const { product, patients } = typedOf(content);
  const { name = product } = choices.products.find(({ slug }) => slug === product) ?? {};
  return `${name}, ${patients} patients`;
}

/** Asks about a group whose counts an earlier one has, too, if there is one. */
function EqualGroup({ name }: { name: string | null }) {
  if (name === null) return null;
  return <small>The same counts as “{name}”: the same patients? Then remove one of the two.</small>;
}

interface StandingProps extends Pick<BarProps, "onAsk"> {
  standing: AddedStanding;
}

/** Says why the question does not count a group, with the question that does; of practice also what to remember. */
function Standing({ standing, onAsk }: StandingProps) {
  const { isEligible, isListed, isPractice, reasons, wider } = standing;
  const where = isListed ? "next to the numbers, not in them: " : "not in this question: ";
  return (
    <>
      {!isEligible && (
        <small>
          {where}
          {reasons}{" "}
          {wider !== null && (
            <button type="button" class="quiet" onClick={() => onAsk(wider)}>
              Ask so that it counts
            </button>
          )}
        </small>
      )}
      {isPractice && <small>{chosenPatients}</small>}
    </>
  );
}

type Rows = ReturnType<ReaderCounts["changes"]>;

/**
 * Lists every row that the counts change, with and without them. The list takes a moment, so it is made when it is
 * opened.
 */
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
    nextPaint().then(() => isOver || setRows(counts.changes(question)));
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
