/**
 * The states of the element and what each event makes of them. Nothing here waits, draws or asks:
 * `effects.ts` does what a new state wants done, and `app.tsx` draws it.
 */
import type { Comparison, OutcomeComparison } from "#core/comparison/answer.ts";
import type { OwnPatient } from "#core/question/patient.ts";
import type { RowStatement } from "#presentation/statement/row.ts";
import type { Statement } from "#presentation/statement/statement.ts";
import type { SheetName } from "#presentation/words/catalogue.ts";
import type { Failure } from "./answers/client.ts";
import type { Answer } from "./answers/source.ts";

export interface Loaded {
  /** The question as requested, which may be longer than its canonical form. */
  asked: string;
  view: Statement;
  /** `null` for a view that was embedded in the page; loaded when a row or a sheet is opened. */
  comparison: Comparison | null;
  /** The patient that the answer is for, if the reader entered one. */
  patient?: OwnPatient | undefined;
  /** Set if the answer was computed on this device. */
  onDevice?: Answer["onDevice"];
}

/** A row of the new answer that was computed before the rest. */
export interface FreshRow {
  view: RowStatement;
  row: OutcomeComparison;
}

export interface State {
  /** The current question. */
  query: string;
  /** Stays in this state: no attribute, address, event or storage holds it. */
  patient: OwnPatient | undefined;
  /** What the page came with. */
  initial: Loaded | null;
  /** The answer on screen. It stays until that to the current question is here. */
  loaded: Loaded | null;
  fresh: readonly FreshRow[];
  /** Number of the last request. What an earlier one brings is ignored. */
  attempt: number;
  slow: boolean;
  /** Why the current question has no answer, or its answer no sources. */
  failure: Failure | null;
  openRows: readonly string[];
  /** A new object for every opening, so that a late close event does not close the next one. */
  sheet: { name: SheetName } | null;
  /** The server's buttons are disabled; the first update after hydration enables them. */
  live: boolean;
  /** The reader saves data or is on a slow network. */
  sparesData: boolean;
  /** Why what comes after the first view is not here. Something opened may wait for it. */
  lacking: Failure | null;
  /** Set if the numbers on screen were withdrawn. */
  withdrawn: { reason: string | null } | null;
}

/** What can happen, and what is known of it. */
export interface Events {
  /** The page around asks. */
  asked: string;
  /** The reader asks; the patient stays. */
  chosen: string;
  /** The reader asks about all patients. */
  chosenForAll: string;
  /** A patient was entered or handed over, or taken away. */
  patientGiven: OwnPatient | undefined;
  rowArrived: { attempt: number; row: FreshRow };
  answered: { attempt: number; loaded: Loaded };
  failed: { attempt: number; failure: Failure };
  delayed: { attempt: number };
  /** The reader tries again, or the network is back. */
  retried: null;
  /** The page contained only the view; here is the answer that belongs to it. */
  prepared: { before: Loaded; loaded: Loaded };
  /** The first view is on screen. `sparesData`: nothing should be loaded in advance. */
  drawn: { sparesData: boolean };
  /** The outcome whose row was opened or closed. */
  rowToggled: string;
  sheetOpened: SheetName;
  /** What can be copied comes after the first view. */
  shareOpened: null;
  sheetClosed: State["sheet"];
  /** What comes after the first view is here. */
  restArrived: null;
  restFailed: Failure;
  /** The numbers on screen were withdrawn, for this reason. */
  withdrawn: string | null;
}

/** What is loaded: an answer, or the sources of one that was computed here. */
type Need = "answer" | "sources";

export interface Request extends Pick<State, "attempt" | "query" | "patient"> {
  need: Need;
  /** What the screen shows meanwhile. */
  shown: Statement | undefined;
}

/** What a host is told. */
export type Telling =
  | { kind: "change"; query: string }
  | { kind: "result"; comparison: Comparison }
  | { kind: "error"; failure: Failure };

export type Effect =
  | Telling
  /** Ends the request before; `null` if nothing more is needed. */
  | { kind: "ask"; request: Request | null }
  /** Gets the engine ready for the next question. */
  | { kind: "prepare"; loaded: Loaded }
  /** Loads what comes after the first view. */
  | { kind: "load" };

export interface Step {
  state: State;
  effects: readonly Effect[];
}

type Turn = readonly [changes: Partial<State>, ...effects: Effect[]];

const unchanged: Turn = [{}];
const load: Effect = { kind: "load" };

const after: {
  readonly [Kind in keyof Events]: (state: State, detail: Events[Kind]) => Turn;
} = {
  asked: (_, query) => [{ query }],
  chosen,
  chosenForAll(state, query) {
    const [changes, ...effects] = chosen(state, query);
    return [{ ...changes, sheet: null, patient: undefined }, ...effects];
  },
  patientGiven: (_, patient) => [{ patient }],
  rowArrived: ofLast(({ fresh }, { row }) => [{ fresh: [...fresh, row] }]),
  answered: ofLast((state, { loaded }) => {
    const { comparison } = loaded;
    // An answer that only gets its sources is not new, unless a newer version has changed its
    // numbers. One about a patient stays in this browser, so the host gets no event.
    const isNews =
      needOf(state) === "answer" || comparison?.answerVersion !== state.loaded?.view.answerVersion;
    return isNews && comparison && !state.patient
      ? [{ loaded }, { kind: "result", comparison }]
      : [{ loaded }];
  }),
  failed: ofLast((state, { failure }) => {
    const { initial, loaded } = state;
    const changes = { failure, fresh: [], slow: false };
    if (needOf(state) === "sources") return [changes];
    // The view that the page came with needs no connection.
    const left = isAnswerTo(state, initial) ? initial : loaded;
    return [
      { ...changes, loaded: left },
      { kind: "error", failure },
    ];
  }),
  delayed: ofLast(() => [{ slow: true }]),
  retried: ({ lacking }) => (lacking ? opened({}) : unchanged),
  prepared: (state, { before, loaded }) => (state.loaded === before ? [{ loaded }] : unchanged),
  drawn: (_, { sparesData }) =>
    sparesData ? [{ live: true, sparesData }] : [{ live: true }, load],
  rowToggled({ openRows }, outcome) {
    const others = openRows.filter((open) => open !== outcome);
    return others.length < openRows.length
      ? [{ openRows: others }]
      : opened({ openRows: [...openRows, outcome] });
  },
  sheetOpened: (_, name) => opened({ sheet: { name } }),
  shareOpened: () => opened({}),
  sheetClosed: (state, sheet) => (state.sheet === sheet ? [{ sheet: null }] : unchanged),
  restArrived: () => unchanged,
  restFailed: (_, lacking) => [{ lacking }],
  withdrawn: (_, reason) => [{ withdrawn: { reason } }],
};

/** What opens comes after the first view: it is tried again, if it failed before. */
function opened(changes: Partial<State>): Turn {
  return [{ ...changes, lacking: null }, load];
}

function chosen(state: State, query: string): Turn {
  // Products are ticked one after another; the form for a patient may stand beside the answer.
  const stays = state.sheet?.name === "product" || state.sheet?.name === "patient";
  const sheet = stays ? state.sheet : null;
  const changes = { sheet, query };
  return query === state.query ? [changes] : [changes, { kind: "change", query }];
}

/** Ignores what an earlier request brings: the later choice wins. */
function ofLast<Detail extends { attempt: number }>(
  then: (state: State, detail: Detail) => Turn,
): (state: State, detail: Detail) => Turn {
  return (state, detail) => (detail.attempt === state.attempt ? then(state, detail) : unchanged);
}

/** @param initial what the page came with */
export function begin(query: string, initial: Loaded | null): Step {
  const state: State = {
    query,
    patient: undefined,
    initial,
    loaded: initial,
    fresh: [],
    attempt: 0,
    slow: false,
    failure: null,
    openRows: [],
    sheet: null,
    live: false,
    sparesData: false,
    lacking: null,
    withdrawn: null,
  };
  return update(state, "retried", null);
}

export function update<Kind extends keyof Events>(
  before: State,
  kind: Kind,
  detail: Events[Kind],
): Step {
  const [changes, ...effects] = after[kind](before, detail);
  const state = { ...before, ...changes };
  const need = needOf(state);
  const isSame =
    need === needOf(before) && state.query === before.query && state.patient === before.patient;
  if (!isSame || (need && kind === "retried")) {
    Object.assign(state, { attempt: state.attempt + 1, fresh: [], slow: false, failure: null });
    const { attempt, query, patient, loaded } = state;
    effects.unshift({
      kind: "ask",
      request: need && { attempt, query, patient, need, shown: loaded?.view },
    });
  }
  const { loaded, live, sparesData } = state;
  if (loaded && live && !sparesData && !(before.loaded && before.live)) {
    effects.push({ kind: "prepare", loaded });
  }
  return { state, effects };
}

function isAnswerTo({ query, patient }: State, loaded: Loaded | null): loaded is Loaded {
  return loaded?.asked === query && loaded.patient === patient;
}

/** The answer on screen is not for the current question. */
export const isPending = (state: State): boolean => !isAnswerTo(state, state.loaded);

/**
 * An opened row needs the trials and their sources: the embedded view has no trials, and an answer
 * computed on this device has no sources. Those of a patient's answer are not asked for: which
 * question holds the patient stays here, too.
 */
function needOf(state: State): Need | null {
  const { loaded, openRows, patient } = state;
  const needsAll = openRows.length > 0;
  if (!isAnswerTo(state, loaded) || (needsAll && !loaded.comparison)) return "answer";
  return needsAll && loaded.onDevice && !loaded.onDevice.cited && !patient ? "sources" : null;
}
