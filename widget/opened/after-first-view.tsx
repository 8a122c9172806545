/**
 * Additions to the first view, in the part of the script that comes right after it: rows as they are
 * computed, opened rows, sheets, a patient's results, ways out and grids.
 */

import type { ComponentChildren } from "preact";
import { parameterNames } from "#core/question/parameter-names.ts";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { detail as words } from "#words/detail.ts";
import { withOutcome, withParameter } from "../answers/ordered-query.ts";
import type { AnswerSource } from "../answers/source.ts";
import type { Send } from "../effects.ts";
import { FilterSheet } from "../sheets/filter-sheet.tsx";
import { isPending, type Loaded, type State } from "../store.ts";
import { type Copying, copying } from "../views/compare/copying.tsx";
import { laterParts } from "../views/compare/later-parts.tsx";
import { withAge } from "../views/compare/with-age.ts";
import { type Beside as BesideWhat, LoadingTrials } from "../views/states.tsx";
import { Background } from "./background.tsx";
import { Detail } from "./detail.tsx";

export { Withdrawn } from "./withdrawn.tsx";

export interface Shown {
  state: State;
  /** The answer on screen. */
  loaded: Loaded;
  send: Send;
  /** What holds the view. */
  place: Element;
  source: AnswerSource;
  apiBase: string;
  strings: DrawnWords;
  /** Why an answer or its sources are missing; `null` if they are not. */
  failed: (beside: BesideWhat) => ComponentChildren;
}

/** What the Compare view draws instead of, or besides, what is in the first view. */
export function addedTo(shown: Shown) {
  const { state, loaded, strings } = shown;
  const { live, fresh } = state;
  const rows = new Map(fresh.map(({ view }) => [view.outcome, view]));
  const view = {
    ...loaded.view,
    // Answers that are computed here arrive row by row; what needs every row waits for the last one.
    // Rows are folded, or not, with the whole answer, so that nothing moves before.
    rows: loaded.view.rows.map((row) => {
      const found = rows.get(row.outcome);
      return found ? { ...found, numberless: row.numberless } : row;
    }),
  };
  const added = { view, fresh: [...rows.keys()], detail: detailIn(shown) };
  if (isOfNoQuestion(loaded)) return { ...added, copy: undefined };
  return {
    ...added,
    ...laterParts(view, strings, live ? choosing(shown) : undefined),
    view: loaded.onDevice?.cutOff ? withAge(view, Date.now(), strings) : view,
  };
}

function detailIn(shown: Shown) {
  const { state, loaded, strings, apiBase, failed } = shown;
  const { canonical, answerVersion } = loaded.view;
  return (outcome: string) => {
    const newRow = state.fresh.find(({ row }) => row.outcome === outcome)?.row;
    const row = newRow ?? loaded.comparison?.outcomes.find((other) => other.outcome === outcome);
    if (!row) return failed("part") ?? <LoadingTrials strings={strings} />;
    const isUncited = loaded.onDevice && !state.patient;
    return (
      <Detail
        row={row}
        strings={strings}
        words={words}
        apiBase={apiBase}
        query={newRow ? state.query : loaded.patient ? canonical : loaded.asked}
        answerVersion={!newRow && loaded.patient ? null : answerVersion}
        copy={newRow ? undefined : copyingOf(shown, withOutcome(canonical, outcome), outcome)}
        uncited={newRow || isUncited ? { failure: failed("part") } : null}
      />
    );
  };
}

/**
 * What is copied may be pasted elsewhere. It is the answer to a question, and holds no patient.
 *
 * @param asked the question of the link
 */
export function copyingOf(
  { loaded, source, apiBase, strings }: Pick<Shown, "loaded" | "source" | "apiBase" | "strings">,
  asked: string,
  outcome?: string,
): Copying {
  const { view, comparison: answer, asked: query } = loaded;
  return copying({ site: apiBase, asked, outcome, view, answer, query, source, strings, words });
}

/** Beside the answer: a patient's results, who computed it, and the sheet that is open. */
export function Beside(shown: Shown) {
  const { state, loaded, send, place, source, apiBase, strings } = shown;
  const { sheet, patient } = state;
  const { view, comparison, onDevice } = loaded;
  const choose = choosing(shown);
  return (
    <>
      <Background
        send={send}
        place={place}
        answerVersion={view.answerVersion}
        cutOff={!isPending(state) && onDevice?.cutOff}
        patient={patient}
        comparison={comparison}
        strings={strings}
        apiBase={apiBase}
        // The questions that are offered instead are about all patients.
        onOffer={(query) => (isOfNoQuestion(loaded) ? send("chosenForAll", query) : choose(query))}
      />
      {sheet && (
        <FilterSheet
          key={sheet}
          name={sheet.name}
          query={loaded.patient ? view.canonical : state.query}
          source={source}
          apiBase={apiBase}
          patient={patient}
          isHere={loaded.patient !== undefined}
          strings={strings}
          onChoose={choose}
          onPatient={(given) => send("patientGiven", given)}
          onReset={() => send("chosenForAll", view.reset)}
          onClose={() => send("sheetClosed", sheet)}
        />
      )}
    </>
  );
}

/** Of the question that holds a patient only what the reader changed leaves the element. */
function choosing({ state, loaded, send }: Shown): (query: string) => void {
  const { patient, view } = loaded;
  return (chosen) =>
    send("chosen", patient ? withChanges(state.query, view.canonical, chosen) : chosen);
}

/** No question holds the patient: then there are no numbers. */
const isOfNoQuestion = ({ comparison }: Loaded): boolean => comparison?.patient?.held === null;

/** The question with what differs between two others, `from` and `to`. */
export function withChanges(query: string, from: string, to: string): string {
  const [before, after] = [new URLSearchParams(from), new URLSearchParams(to)];
  return parameterNames
    .filter((name) => before.get(name) !== after.get(name))
    .reduce((text, name) => withParameter(text, name, after.get(name)), query);
}

/** The outcomes whose rows are visible on the screen, from top to bottom. */
export function visibleRows(place: Element): string[] {
  const rows = place.querySelectorAll<HTMLElement>("[data-outcome]");
  return [...rows].flatMap((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > 0 && top < innerHeight ? (row.dataset.outcome ?? []) : [];
  });
}
