/**
 * Holds the state of the element, and the next state after each event (a reducer). It is pure: `effects.ts` sends the
 * requests and messages that a step returns, and `app.tsx` draws the state.
 */
import type { PatientWithTraits } from "#core/question/patient.ts";
import type { RowView } from "#presentation/row/row-view.ts";
import { findRowName, type Screen } from "#presentation/views/screen.ts";
import type { SheetName } from "#presentation/views/sheet.ts";
import type { Failure } from "./ask.ts";
import type { PatientAnswer } from "./patient-view.ts";
import type { TypedPatient } from "./sheets/typed-patient.ts";

export interface Loaded {
  /** Holds the question as requested, which may be longer than its canonical form. */
  query: string;
  view: Screen;
  /** Holds the patient that the answer is for, if the reader entered one. */
  forPatient?: PatientAnswer | undefined;
  /** True if this device made the answer, because the network gave none. */
  onDevice: boolean;
}

/** Describes the layer that is opened over the answer or next to it: a sheet, or the row of an outcome. */
export type Opened = OpenedSheet | OpenedOutcome;

export interface OpenedOutcome {
  readonly outcome: string;
  /**
   * Holds the name of the row, and the outcome of the row from which it was opened; absent if it was not opened from
   * another row.
   */
  readonly behind?: { readonly name: string; readonly of: string };
}

export interface OpenedSheet {
  readonly name: SheetName;
  /** Names the filter that is brought into view. */
  readonly filter?: string | undefined;
}

export interface HandedOver {
  patient: PatientWithTraits;
  /** Returns the message about the record; `patient` is the patient on screen, `undefined` for all patients. */
  saidOfRecord: (patient: PatientWithTraits | undefined) => string | undefined;
  give: SummaryButton;
}

/** Describes the button that gives the record a summary, and what is said once the record has it. */
interface SummaryButton {
  label: string;
  done: string;
  press: (summary: AnswerSummary) => void;
}

/** Holds a summary for the record; nothing in it is about the patient. */
export interface AnswerSummary {
  /** Holds three to five plain lines. */
  text: string;
  /** Holds the question as in an address; empty for the default question. */
  question: string;
  dataDate: string;
  dataVersion: string;
}

export interface State {
  query: string;
  /** Holds the question that the page around was last told. It is never told a question about a patient. */
  hostQuery: string;
  /** Holds the patient on screen. No attribute, address, event or storage gets it. */
  patient: PatientWithTraits | undefined;
  /** Holds what was typed into the form, until the page is left or a record hands over; as hidden as the patient. */
  typed: TypedPatient | undefined;
  handed: HandedOver | null;
  /** Holds the answer that the page came with. */
  initial: Loaded | null;
  /** Holds the answer on screen. It stays until the answer to the current question has arrived. */
  loaded: Loaded | null;
  /** Lists the outcomes whose rows changed with the reader's last choice. */
  changed: readonly string[];
  /** Holds the number of the last request. The results of earlier requests are ignored. */
  attempt: number;
  /**
   * True while the answer on screen is requested again, because a row was of another release or the device made the
   * answer.
   */
  isOutdated: boolean;
  /**
   * Holds the version of the outdated answer that was requested again, so that no version is requested twice; `null` if
   * none was.
   */
  renewedVersion: string | null;
  slow: boolean;
  /** States why the current question has no answer. */
  failure: Failure | null;
  /**
   * Holds the opened layer as a new object for every opening, so that a late close event does not close the next one.
   */
  opened: Opened | null;
  /** It is true after hydration. Buttons drawn by the server are disabled until then. */
  hydrated: boolean;
  /** It is set if the numbers on screen were withdrawn. */
  withdrawn: { reason: string | null } | null;
}

export interface Events {
  /** The page around sets another question. */
  questionSet: string;
  /** The reader asks; the patient stays. */
  chosen: string;
  /** The reader asks about all patients. */
  chosenForAll: string;
  /**
   * The reader takes an offer that stands where no question holds the patient. It is asked about all patients, but no
   * address gets it, because the offer would reveal the patient.
   */
  offerTaken: string;
  /** A patient was entered or handed over, or taken away. */
  patientGiven: PatientWithTraits | undefined;
  patientTyped: TypedPatient;
  handedOver: HandedOver | null;
  answered: { attempt: number; loaded: Loaded };
  failed: { attempt: number; failure: Failure };
  delayed: { attempt: number };
  /** The reader tries again, or the network is back. */
  retried: null;
  /** A row of the answer on screen is of another release; `true` if the reader tries again. */
  outdated: true | null;
  /** The first view is on screen. */
  drawn: null;
  /** The answer on screen could not be drawn. It is asked again only if the reader tries again. */
  undrawn: null;
  /** Names the outcome whose row was opened or closed. */
  rowToggled: string;
  rowBehindOpened: OpenedOutcome;
  sheetOpened: OpenedSheet;
  closed: Opened;
  /** The numbers on screen were withdrawn, for this reason. */
  withdrawn: string | null;
}

export interface AnswerRequest extends Pick<State, "attempt" | "query" | "patient"> {
  isRenewed: boolean;
}

export type HostMessage =
  | { kind: "change"; query: string }
  | { kind: "result"; view: Screen }
  | { kind: "error"; failure: Failure };

export type Effect =
  | HostMessage
  /** Ends the request before; `null` if nothing more is needed. */
  | { kind: "ask"; request: AnswerRequest | null };

export interface StoreStep {
  state: State;
  effects: readonly Effect[];
}

type Transition = readonly [changes: Partial<State>, ...effects: Effect[]];

const noChange: Transition = [{}];

const transitions: {
  readonly [Kind in keyof Events]: (state: State, detail: Events[Kind]) => Transition;
} = {
  questionSet: (_, query) => [{ query, hostQuery: query }],
  // A choice is one step of a question; the sheet stays until the reader closes it.
  chosen: (_, query) => [{ query }],
  chosenForAll: (_, query) => [{ query, opened: null, patient: undefined }],
  offerTaken: (_, query) => [{ query, hostQuery: query, opened: null, patient: undefined }],
  patientGiven: (_, patient) => [{ patient }],
  patientTyped: (_, typed) => [{ typed }],
  handedOver({ loaded }, handed) {
    const changes = { handed, patient: handed?.patient, typed: undefined };
    // The record is at another patient: what is here about the one before it goes at once.
    return [loaded?.forPatient ? { ...changes, loaded: null, opened: null } : changes];
  },
  answered: limitTransitionToLastRequest((state, { loaded }) => {
    const { loaded: before, changed } = state;
    const isSame = before?.view.canonical === loaded.view.canonical;
    const changes = {
      ...makeStateChangesForAnswer(loaded, state),
      isOutdated: false,
      changed:
        before && !isSame
          ? listChangedOutcomes(before.view.rows, loaded.view.rows)
          : before
            ? changed
            : [],
    };
    // An answer about a patient stays in this browser, so the host gets no event.
    return state.patient ? [changes] : [changes, { kind: "result", view: loaded.view }];
  }),
  failed: limitTransitionToLastRequest((state, { failure }) => {
    const { initial, patient, opened } = state;
    if (failure.kind === "release") return dropNumbers(state, failure);
    // The view that the page came with needs no connection. An answer of a later release stays on screen.
    const isBack = isCurrentAnswerMissing(state) && isAnswerToState(state, initial);
    const changes = {
      failure,
      slow: false,
      isOutdated: false,
      ...(isBack ? makeStateChangesForAnswer(initial, state) : {}),
      // The reason stands with the numbers, which a sheet of filters would cover.
      ...(opened && "name" in opened && opened.name === "question" ? { opened: null } : {}),
    };
    // A refusal may name a part of the patient's question.
    return patient ? [changes] : [changes, { kind: "error", failure }];
  }),
  delayed: limitTransitionToLastRequest(() => [{ slow: true }]),
  // An answer of the device is requested again until the network answers.
  retried: ({ loaded }) => (loaded?.onDevice ? [{ isOutdated: true }] : noChange),
  outdated({ loaded, renewedVersion }, isForced) {
    const version = loaded?.view.answerVersion ?? null;
    return !isForced && renewedVersion === version
      ? noChange
      : [{ isOutdated: true, renewedVersion: version }];
  },
  drawn: () => [{ hydrated: true }],
  undrawn: (state) => dropNumbers(state, { kind: "drawing" }),
  rowToggled: (state, outcome) => [
    { opened: findOpenRowOutcome(state) === outcome ? null : { outcome } },
  ],
  rowBehindOpened: (_, row) => [{ opened: row }],
  sheetOpened: (_, sheet) => [{ opened: { ...sheet } }],
  closed: (state, panel) => (state.opened === panel ? [{ opened: null }] : noChange),
  withdrawn: (_, reason) => [{ withdrawn: { reason } }],
};

/**
 * Takes all numbers from the screen, where a question and numbers that do not belong together could stand on it.
 */
function dropNumbers({ patient }: State, failure: Failure): Transition {
  const changes = {
    ...{ failure, loaded: null, initial: null, opened: null, changed: [] },
    ...{ slow: false, isOutdated: false },
  };
  return patient ? [changes] : [changes, { kind: "error", failure }];
}

/** Returns the changes that put an answer on screen, and close a row that it does not have. */
function makeStateChangesForAnswer(loaded: Loaded, state: State): Pick<State, "loaded" | "opened"> {
  const { opened } = state;
  const row = opened && "outcome" in opened ? (opened.behind?.of ?? opened.outcome) : undefined;
  const isGone = row !== undefined && findRowName(loaded.view, row) === undefined;
  return { loaded, opened: isGone ? null : opened };
}

/** Returns a transition that ignores the result of an earlier request, because the later choice wins. */
function limitTransitionToLastRequest<Detail extends { attempt: number }>(
  then: (state: State, detail: Detail) => Transition,
): (state: State, detail: Detail) => Transition {
  return (state, detail) => (detail.attempt === state.attempt ? then(state, detail) : noChange);
}

/**
 * Returns the first state of a store, and a request for the answer unless the page came with one that the network
 * gave.
 *
 * @param initial The answer that the page came with.
 */
export function makeFirstStoreStep(query: string, initial: Loaded | null): StoreStep {
  const state: State = {
    query,
    hostQuery: query,
    patient: undefined,
    typed: undefined,
    handed: null,
    initial,
    loaded: initial,
    changed: [],
    attempt: 0,
    isOutdated: false,
    renewedVersion: null,
    slow: false,
    failure: null,
    opened: null,
    hydrated: false,
    withdrawn: null,
  };
  return takeStoreStep(state, "retried", null);
}

export function takeStoreStep<Kind extends keyof Events>(
  before: State,
  kind: Kind,
  detail: Events[Kind],
): StoreStep {
  const [changes, ...effects] = transitions[kind](before, detail);
  const state = { ...before, ...changes };
  const { query, patient } = state;
  if (!patient && query !== state.hostQuery) {
    state.hostQuery = query;
    effects.push({ kind: "change", query });
  }
  const isNeeded = isAnswerNeeded(state);
  const isSame =
    isNeeded === isAnswerNeeded(before) && query === before.query && patient === before.patient;
  const isAsked = isSame ? isNeeded && kind === "retried" : kind !== "undrawn";
  if (isAsked) {
    Object.assign(state, { attempt: state.attempt + 1, slow: false, failure: null });
    const { attempt, isOutdated: isRenewed } = state;
    effects.unshift({
      kind: "ask",
      request: isNeeded ? { attempt, query, patient, isRenewed } : null,
    });
  }
  return { state, effects };
}

function isAnswerToState({ query, patient }: State, loaded: Loaded | null): loaded is Loaded {
  return loaded?.query === query && loaded.forPatient?.patient === patient;
}

export function findOpenRowOutcome({ opened }: Pick<State, "opened">): string | undefined {
  return opened && "outcome" in opened ? opened.outcome : undefined;
}

/** Tells whether the answer on screen is not for the current question. */
export const isCurrentAnswerMissing = (state: State): boolean =>
  !isAnswerToState(state, state.loaded);

const isAnswerNeeded = (state: State): boolean => isCurrentAnswerMissing(state) || state.isOutdated;

/**
 * Returns the outcomes of the rows that differ from those of the previous answer, in the order of the new answer. New
 * rows are no change.
 */
export function listChangedOutcomes(
  before: readonly RowView[],
  after: readonly RowView[],
): string[] {
  return after
    .filter((row) => before.some((old) => old.outcome === row.outcome && old.heard !== row.heard))
    .map(({ outcome }) => outcome);
}
