/** An element without a page: its state, and the effects that its states wanted. */
import { anyone, type PatientWithTraits } from "#core/question/patient.ts";
import type { Failure } from "#widget/ask.ts";
import {
  type AnswerRequest,
  type Effect,
  type Events,
  type Loaded,
  makeFirstStoreStep,
  type State,
  takeStoreStep,
} from "#widget/store.ts";
import { blankView } from "#widget/views/states.tsx";

export const early = "lines=2";
export const older = "age=60-65";
export const patient: PatientWithTraits = { ...anyone, age: 71 };
export const offline: Failure = { kind: "offline" };

/** The answer to a question, by default of the network and about all patients. */
export function answerTo(question: string, over: Partial<Loaded> = {}): Loaded {
  const view = { ...blankView, canonical: question, answerVersion: "made-up-0" };
  return { query: question, view, onDevice: false, ...over };
}

/** The part of an answer that concerns a patient; a state reads no more of it than who that is. */
export function ofPatient(patient: PatientWithTraits): NonNullable<Loaded["forPatient"]> {
  return { patient } as NonNullable<Loaded["forPatient"]>;
}

/** Returns an element, with everything that its states wanted done so far. */
export function element(query = "", initial: Loaded | null = null) {
  let { state, effects } = makeFirstStoreStep(query, initial);
  const wanted: Effect[] = [...effects];
  const send = <Kind extends keyof Events>(kind: Kind, detail: Events[Kind]): State => {
    ({ state, effects } = takeStoreStep(state, kind, detail));
    wanted.push(...effects);
    return state;
  };
  return {
    wanted,
    send,
    state: () => state,
    kinds: () => wanted.map(({ kind }) => kind),
    /** The last request, if it is still wanted. */
    request(): AnswerRequest | null {
      const last = wanted.findLast((effect) => effect.kind === "ask");
      return last?.request ?? null;
    },
    /** The answer to the current request. */
    answer(over: Partial<Loaded> = {}): State {
      const { query: question, patient, attempt } = state;
      const forPatient = patient && ofPatient(patient);
      return send("answered", { attempt, loaded: answerTo(question, { forPatient, ...over }) });
    },
    fail(failure: Failure = offline): State {
      return send("failed", { attempt: state.attempt, failure });
    },
  };
}

/** Returns an element with an answer on screen. */
export function answered(query = "") {
  const started = element(query);
  started.send("drawn", null);
  started.answer();
  started.wanted.length = 0;
  return started;
}

/** Returns an element with the answer for the patient on screen. */
export function answeredForPatient() {
  const started = answered();
  started.send("patientGiven", patient);
  started.answer();
  started.wanted.length = 0;
  return started;
}
