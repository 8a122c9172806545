/**
 * Additions to the first view, in the part of the script that comes right after it: rows as they are
 * computed, opened rows, sheets, a patient's results, ways out and survival.
 */
import type { ComponentChildren } from "preact";
import { parameterNames } from "#core/question/parameter-names.ts";
import { changedRows } from "#presentation/statement/changed.ts";
import type { Statement } from "#presentation/statement/statement.ts";
import { withSurvival } from "#presentation/statement/survival.ts";
import { nounOf } from "#presentation/statement/told.ts";
import { leftOutOf } from "#presentation/statement/trials.ts";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { detail } from "#words/detail.ts";
import { survival } from "#words/survival.ts";
import { keepRegion } from "../answers/kept-region.ts";
import { readyByProduct } from "../answers/load-by-product.ts";
import { ofClasses, ofProducts, withOutcome, withParameter } from "../answers/ordered-query.ts";
import type { AnswerSource } from "../answers/source.ts";
import type { Send } from "../effects.ts";
import { surroundings } from "../page/surroundings.ts";
import { FilterSheet } from "../sheets/filter-sheet.tsx";
import { isPending, type Loaded, type State } from "../store.ts";
import { type Copying, copying } from "../views/compare/copying.tsx";
import { KeptRegion, regionOf } from "../views/compare/kept-region.tsx";
import { laterParts } from "../views/compare/later-parts.tsx";
import { Share } from "../views/compare/share.tsx";
import { ageOf, withAge } from "../views/compare/with-age.ts";
import { type Beside as BesideWhat, LoadingTrials } from "../views/states.tsx";
import { Background } from "./background.tsx";
import { Detail, type Memory } from "./detail.tsx";

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
  const known = wholeOf(shown);
  const whole = isUnconfirmed(loaded) ? withAge(known, Date.now(), strings) : known;
  const view = {
    ...whole,
    // Answers that are computed here arrive row by row; what needs every row waits for the last one.
    // Rows are folded, or not, with the whole answer, so that nothing moves before.
    rows: whole.rows.map((row) => {
      const found = rows.get(row.outcome);
      return found ? { ...found, numberless: row.numberless } : row;
    }),
  };
  const changed = changedIn(shown);
  const added = { view, fresh: [...rows.keys()], changed, detail: detailIn(shown) };
  if (isOfNoQuestion(loaded)) return { ...added, heard: view.verdict.lead, onShare: undefined };
  const inPlace = readyByProduct()?.inPlaceOf(shown, copyingOf);
  if (inPlace) return { ...added, ...inPlace };
  return {
    ...added,
    heard: heardOf(shown, changed),
    offer: live && <KeptRegion query={view.canonical} onChoose={choosing(shown)} />,
    share: (
      <Share key={view.canonical} words={detail} copy={copyingOf(shown, loaded.view.canonical)} />
    ),
    ...laterParts(view, strings, live ? choosing(shown) : undefined),
  };
}

/** Nobody confirms these numbers now. */
const isUnconfirmed = ({ onDevice }: Loaded) => onDevice?.cutOff || surroundings.engine;

function toProducts(shown: Shown): (() => void) | undefined {
  const { canonical, byProduct } = shown.loaded.view;
  return byProduct ? undefined : () => choosing(shown)(ofProducts(canonical));
}

/** Views with their survival, which is found once an answer. */
const wholes = new WeakMap<Statement, Statement>();

function wholeOf({ loaded: { view, comparison }, strings: { numbers } }: Shown): Statement {
  if (!comparison) return view;
  const whole = wholes.get(view) ?? withSurvival(view, comparison, { numbers, survival, detail });
  wholes.set(view, whole);
  return whole;
}

/** The answer on screen and the one before, by what holds them. */
const answers = new WeakMap<
  Element,
  { now: Statement; before: Statement | null; changed: string[] }
>();

/** The rows that say something else than before the reader's last choice. */
function changedIn({ place, loaded: { view } }: Shown): string[] {
  const known = answers.get(place);
  // Drawn again, as when a row is opened.
  if (known?.now === view) return known.changed;
  const isSame = known?.now.canonical === view.canonical;
  const before = (isSame ? known?.before : known?.now) ?? null;
  const changed = before ? changedRows(before.rows, view.rows) : [];
  answers.set(place, { now: view, before, changed });
  return changed;
}

/** What screen readers hear of a new answer. */
function heardOf({ loaded: { view } }: Shown, changed: readonly string[]): string {
  const names = view.rows
    .filter(({ outcome }) => changed.includes(outcome))
    .map(({ label }) => label);
  return `${view.verdict.lead} ${detail.changed(names)}`;
}

/** What opened rows keep, by what holds them. */
const memories = new WeakMap<Element, Map<string, Memory>>();

/** Of a row, while it is open. */
function memoryOf({ place, state: { openRows } }: Shown, outcome: string): Memory {
  const own = new Map([...(memories.get(place) ?? [])].filter(([open]) => openRows.includes(open)));
  const memory = own.get(outcome) ?? {};
  memories.set(place, own.set(outcome, memory));
  return memory;
}

function detailIn(shown: Shown) {
  const { state, loaded, strings, apiBase, failed } = shown;
  const { canonical, answerVersion } = loaded.view;
  const excluded = new URLSearchParams(state.query).get("exclude")?.split(",") ?? [];
  const choose = choosing(shown);
  const leaving = {
    ids: excluded,
    onChange: (ids: readonly string[]) => {
      const question = loaded.patient ? canonical : state.query;
      choose(withParameter(question, "exclude", ids.join(",") || null));
    },
  };
  return (outcome: string) => {
    const newRow = state.fresh.find(({ row }) => row.outcome === outcome)?.row;
    const row = newRow ?? loaded.comparison?.outcomes.find((other) => other.outcome === outcome);
    if (!row) return failed("part") ?? <LoadingTrials strings={strings} />;
    const isUncited = loaded.onDevice && !loaded.onDevice.cited && !state.patient;
    return (
      <Detail
        row={row}
        noun={loaded.comparison ? nounOf(loaded.comparison.query) : "trial"}
        strings={strings}
        words={detail}
        apiBase={apiBase}
        leaving={leaving}
        leftOut={loaded.comparison ? leftOutOf(excluded, outcome, loaded.comparison) : []}
        memory={memoryOf(shown, outcome)}
        query={newRow ? state.query : loaded.patient ? canonical : loaded.asked}
        onProducts={toProducts(shown)}
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
function copyingOf(
  { loaded, source, apiBase, strings }: Pick<Shown, "loaded" | "source" | "apiBase" | "strings">,
  asked: string,
  outcome?: string,
): Copying {
  const { view, comparison: answer, asked: query } = loaded;
  return copying({
    site: apiBase,
    asked,
    outcome,
    view,
    answer,
    query,
    source,
    strings,
    words: detail,
  });
}

/** Beside the answer: a patient's results, who computed it, and the sheet that is open. */
export function Beside(shown: Shown) {
  const { state, loaded, send, place, source, apiBase, strings } = shown;
  const { sheet, patient } = state;
  const { view, comparison, onDevice } = loaded;
  const choose = choosing(shown);
  // Products side by side have no headline that could say it.
  const age = view.byProduct && isUnconfirmed(loaded) && ageOf(view, Date.now(), strings);
  return (
    <>
      <Background
        send={send}
        place={place}
        asked={view.canonical}
        answerVersion={view.answerVersion}
        cutOff={!isPending(state) && onDevice?.cutOff}
        patient={patient}
        comparison={comparison}
        strings={strings}
        apiBase={apiBase}
        // The questions that are offered instead are about all patients.
        onOffer={(query) => (isOfNoQuestion(loaded) ? send("chosenForAll", query) : choose(query))}
      />
      {age && <p class="notice">{age}</p>}
      {sheet && (
        <FilterSheet
          key={sheet}
          name={sheet.name}
          place={place}
          query={loaded.patient ? view.canonical : ofClasses(state.query)}
          source={source}
          apiBase={apiBase}
          patient={patient}
          strings={strings}
          onChoose={choose}
          onPatient={(given) => send("patientGiven", given)}
          onReset={() => send("chosenForAll", inView(view, view.reset))}
          onProducts={toProducts(shown)}
          onClose={() => send("sheetClosed", sheet)}
        />
      )}
    </>
  );
}

/** Of the question that holds a patient only what the reader changed leaves the element. */
function choosing({ state, loaded, send }: Shown): (query: string) => void {
  const { patient, view } = loaded;
  return (chosen) => {
    const [before, after] = [view.canonical, chosen].map(regionOf);
    if (before !== after) keepRegion(after ?? null);
    const asked = inView(view, chosen);
    send("chosen", patient ? withChanges(state.query, view.canonical, asked) : asked);
  };
}

/** The products stay, whatever is chosen beside them. */
const inView = ({ byProduct }: Statement, query: string) => (byProduct ? ofProducts(query) : query);

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
