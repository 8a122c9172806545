/** Draws what is shown if there are no numbers, or none yet. Every state says what happened and what to do. */
import type { ComponentChildren } from "preact";
import type { RowView } from "#presentation/row/row-view.ts";
import type { SideView } from "#presentation/row/side-view.ts";
import { withdrawn } from "#presentation/views/data-age.ts";
import type { ScreenOf } from "#presentation/views/screen.ts";
import { elementTexts } from "#presentation/words/element.ts";
import type { Failure } from "../ask.ts";
import { isScriptFixed, reloadPage } from "../page/site.ts";
import { Shell } from "./shell.tsx";

/**
 * Draws the shape of the answer before it is loaded, so that nothing moves when it arrives, below the link that the page
 * around put into the element. The shape is hidden from screen readers; {@link Status} announces the state.
 */
export function Skeleton() {
  return (
    <>
      <p class="inside">
        <slot />
      </p>
      <div class="skeleton" aria-busy="true" aria-hidden="true">
        <Shell view={blankView} site="" />
      </div>
    </>
  );
}

/** Stands in the place of a response that is on its way. */
export function Loading() {
  return (
    <p class="muted" role="status">
      {elementTexts.states.loading}
    </p>
  );
}

/** Names what is announced; `null` if there is nothing to announce. */
type StatusOf = "loading" | "slow" | { ready: string } | null;

/**
 * Draws the only live region, where changes are announced to screen readers. It stays in the page,
 * because a region that is inserted together with its text is often not announced. Only the notice
 * about slowness is also visible; it is over the numbers, so that these do not move.
 */
export function Status({ of }: { of: StatusOf }) {
  return (
    <output class="status">
      {of === "slow" && <p class="notice">{elementTexts.states.slow}</p>}
      {of === "loading" && <p class="hidden">{elementTexts.states.loading}</p>}
      {of !== null && typeof of === "object" && <p class="hidden">Updated: {of.ready}</p>}
    </output>
  );
}

/** Draws what is shown if there was never an answer: the title and the reason. */
export function NoAnswer({ children }: { children: ComponentChildren }) {
  return (
    <div class="compare">
      <p class="title">
        <strong>{elementTexts.title}</strong>
      </p>
      {children}
    </div>
  );
}

/** Draws the notice that replaces withdrawn numbers, because their data held a wrong one. */
export function WithdrawnNotice({ reason }: { reason: string | null }) {
  return (
    <NoAnswer>
      <div class="notice" role="alert">
        <p>
          <strong>{withdrawn.title}</strong> {withdrawn.reason(reason)}
        </p>
        <button type="button" onClick={() => location.reload()}>
          {withdrawn.reload}
        </button>
      </div>
    </NoAnswer>
  );
}

interface FailureProps {
  failure: Failure;
  onRetry: () => void;
  /** Asks the question without filters; not offered by a part of the view. */
  onReset?: () => void;
  /** True if the numbers of the previous question stand below. */
  hasNumbers?: boolean;
}

export function FailureState({ failure, onRetry, onReset, hasNumbers = false }: FailureProps) {
  const { states, sheet } = elementTexts;
  if (failure.kind === "release") return <OtherRelease />;
  return (
    <div class={`notice${hasNumbers ? " over" : ""}`} role="alert">
      <p>
        {states[failure.kind]} {hasNumbers && states.previous}
      </p>
      {failure.kind === "refused" ? (
        <>
          <ul>
            {failure.details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
          {onReset && (
            <button type="button" onClick={onReset}>
              {sheet.reset}
            </button>
          )}
        </>
      ) : (
        <button type="button" onClick={onRetry}>
          {states.retry}
        </button>
      )}
    </div>
  );
}

/** States that the installation is of another release, and what the reader can do. */
function OtherRelease() {
  const { states } = elementTexts;
  if (isScriptFixed)
    return (
      <p class="notice" role="alert">
        {states.fixed}
      </p>
    );
  return (
    <div class="notice" role="alert">
      <p>{states.release}</p>
      <button type="button" onClick={reloadPage}>
        {states.reload}
      </button>
    </div>
  );
}

// Makes a view without words and numbers. The skeleton is drawn from it, so that it always has the shape of the real
// view. The dashes take the space of words and are never visible or read aloud.

const blankSide: SideView = {
  number: "––",
  under: "–––––",
  filled: true,
  marks: [],
};

/** Describes the lines that a row of the default question takes; what is absent takes one line, or none of a note. */
interface Shape {
  readonly label?: number;
  readonly linesOfCarT?: number;
  readonly linesOfBispecifics?: number;
  /** True if 0 lies outside of the interval, so that no words stand beside the difference. */
  readonly isClear?: true;
  /** True if all apheresed stand on a line of their own. */
  readonly hasApheresed?: true;
  /** Counts the words of the analysis that counts most. */
  readonly why?: number;
  /** Counts the words of both rates, which only a wide screen shows. */
  readonly rates?: number;
  /** Counts the words of the trial that carries the row. */
  readonly carried?: number;
  /** Counts the words of the note, on a phone and on a wide screen. */
  readonly brief?: number;
  readonly note?: number;
}

/** The default question has three benefits and four harms. */
const shapes: readonly Shape[] = [
  { isClear: true, hasApheresed: true, why: 12, note: 1 },
  { isClear: true, carried: 10 },
  { why: 8, carried: 4, brief: 9, note: 12 },
  { hasApheresed: true, rates: 8, brief: 6, note: 12 },
  { label: 3, linesOfBispecifics: 2 },
  { linesOfCarT: 2, note: 8 },
  { carried: 4, note: 8 },
];

export const blankView: ScreenOf<"classes"> = {
  kind: "classes",
  canonical: "",
  dataDate: "",
  dataVersion: "",
  answerVersion: "",
  // The lines are about as long as the sentences of the default question.
  verdict: { lead: repeatDashes(8), harms: repeatDashes(17), last: repeatDashes(6) },
  question: { title: repeatDashes(4), detail: repeatDashes(4), words: [] },
  label: null,
  doubt: {
    lead: repeatDashes(2),
    text: repeatDashes(15),
    isOfClasses: false,
    more: [],
  },
  trials: "",
  key: repeatDashes(70),
  reset: "",
  rows: shapes.map(makeBlankRow),
  toCourse: repeatDashes(7),
  unreported: [],
  cohorts: { "car-t": 1, bsab: 1 },
  // This stands for the line of a randomised trial, which a wide screen shows in three lines.
  randomised: {
    tables: [],
    lines: [{ text: repeatDashes(64), brief: repeatDashes(23), sources: [] }],
    uncounted: { title: repeatDashes(5), lines: [{ text: "", sources: [] }] },
    heading: "",
  },
  leftOut: null,
  notes: ["–"],
  review: "",
};

function makeBlankRow(
  { label = 2, linesOfCarT = 1, linesOfBispecifics = 1, ...shape }: Shape,
  index: number,
): RowView {
  return {
    outcome: `${index}`,
    label: repeatDashes(label),
    status: {
      code: "overlap",
      difference: repeatDashes(2),
      text: shape.isClear ? "" : repeatDashes(3),
    },
    sides: { "car-t": makeBlankSide(linesOfCarT), bsab: makeBlankSide(linesOfBispecifics) },
    ...(shape.hasApheresed && { apheresed: blankSide }),
    ...(shape.why !== undefined && { why: { lead: repeatDashes(shape.why), aside: "" } }),
    ...(shape.rates !== undefined && { why: { lead: "", aside: repeatDashes(shape.rates) } }),
    ...(shape.carried !== undefined && { carried: repeatDashes(shape.carried) }),
    ...(shape.brief !== undefined && { inShort: repeatDashes(shape.brief) }),
    notes: shape.note === undefined ? [] : [repeatDashes(shape.note)],
    heard: "",
  };
}

function makeBlankSide(count: number): SideView {
  return count > 1 ? { ...blankSide, other: makeBlankSide(count - 1) } : blankSide;
}

function repeatDashes(words: number): string {
  return "––––– ".repeat(words);
}
