/**
 * Draws the line below the answer that says whose counts stand in it; opened, whether they are counted, and what they
 * change.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import type { AddedContent } from "#core/added/fields.ts";
import { findNameOfEarlierGroupWithSameCounts, mostAdded } from "#core/added/read-text.ts";
import { chosenPatients } from "#presentation/words/added.ts";
import { capitalise } from "#presentation/words/sentences.ts";
import type { AddedStanding, WiderQuestion } from "#server/answers/compute/added-counts.ts";
import { saveFile } from "../page/save-file.ts";
import type { ReaderCounts } from "./counts.ts";
import { waitForPaint } from "./host.ts";
import { convertContentToTypedCohort } from "./typed-cohort.ts";

export interface AskedWider extends WiderQuestion {
  /** Holds the question that was on screen before, and whether it counted the groups that fitted it. */
  readonly before: string;
  readonly wasCounted: boolean;
}

interface BarProps {
  counts: ReaderCounts;
  contents: readonly AddedContent[];
  isCounted: boolean;
  /** Holds the question on screen. */
  question: string;
  /** Holds how the question on screen was asked, if it was asked here. */
  asked: AskedWider | null;
  onCount: (isCounted: boolean) => void;
  onEdit: (index: number) => void;
  onRemove: (index: number) => void;
  onAnother: (() => void) | null;
  onAsk: (wider: WiderQuestion) => void;
  /** Asks the previous question again. */
  onUndo: (asked: AskedWider) => void;
}

export function AddedBar(props: BarProps) {
  const { counts, contents, isCounted, question, asked, onCount, onEdit, onRemove, onAnother } =
    props;
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
      <details>
        <summary>
          <svg class="sign" viewBox="-8 -8 16 16" aria-hidden="true">
            <path d="M0 -7L7 5H-7Z" />
          </svg>
          <strong>{standings.map(({ name }) => name).join(", ")}</strong>
          <span class="muted">{describeCountOfIncludedGroups(standings, isCounted)}</span>
        </summary>
        <ul>
          {standings.map((standing, index) => (
            <li key={index}>
              <span>
                <strong>{standing.name}</strong>{" "}
                <small>{describeAddedGroup(contents[index], counts)}</small>
              </span>
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
              <GroupStanding standing={standing} onAsk={props.onAsk} />
              <EqualGroupQuestion name={findNameOfEarlierGroupWithSameCounts(contents, index)} />
            </li>
          ))}
        </ul>
        {asked && (
          <p class="small">
            Asked so that it counts: {asked.changes}.
            <button type="button" class="quiet" onClick={() => props.onUndo(asked)}>
              Back to {asked.trialsNow}
            </button>
          </p>
        )}
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
            Count {contents.length > 1 ? "them" : "it"} in the numbers above
          </label>
        </p>
        {canCount && <ChangedRows counts={counts} contents={contents} question={question} />}
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
      </details>
    </section>
  );
}

function describeCountOfIncludedGroups(
  standings: readonly AddedStanding[],
  isCounted: boolean,
): string {
  const eligible = standings.filter(({ isEligible }) => isEligible).length;
  const isListed = standings.some((standing) => standing.isListed);
  if (!isListed) return "not in this question";
  if (eligible === 0 || !isCounted) return "not counted";
  return eligible === standings.length ? "counted" : `${eligible} of ${standings.length} counted`;
}

/** Returns text such as "cilta-cel, 41 patients". */
function describeAddedGroup(content: AddedContent | undefined, { choices }: ReaderCounts): string {
  if (!content) return "";
  const { product, patients } = convertContentToTypedCohort(content);
  const { name = product } = choices.products.find(({ slug }) => slug === product) ?? {};
  return `${name}, ${patients} patients`;
}

/**
 * Asks whether a group has the same patients as an earlier group with the same counts; draws nothing without such a
 * group.
 */
function EqualGroupQuestion({ name }: { name: string | null }) {
  if (name === null) return null;
  return <small>The same counts as “{name}”: the same patients? Then remove one of the two.</small>;
}

interface StandingProps extends Pick<BarProps, "onAsk"> {
  standing: AddedStanding;
}

/**
 * Says why the question does not count a group, and offers a question that does. For a group from practice it adds that
 * trials choose their patients.
 */
function GroupStanding({ standing, onAsk }: StandingProps) {
  const { isEligible, isListed, isPractice, reasons, wider } = standing;
  const where = isListed ? "Beside the numbers, not in them: " : "Not in this question: ";
  return (
    <>
      {!isEligible && (
        <small>
          {where}
          {reasons}.
        </small>
      )}
      {isPractice && <small>{capitalise(chosenPatients)}.</small>}
      {wider !== null && (
        <small>
          To count it the question takes {wider.changes}: {wider.trialsNow} → {wider.trialsThen},
          yours among them.
          <button type="button" class="quiet" onClick={() => onAsk(wider)}>
            Ask so that it counts
          </button>
        </small>
      )}
    </>
  );
}

type Rows = ReturnType<ReaderCounts["changes"]>;

/**
 * Lists every row that the counts change, with and without them. The list takes a moment, so it is made when it is
 * opened.
 */
function ChangedRows({
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
    waitForPaint().then(() => isOver || setRows(counts.changes(question)));
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
