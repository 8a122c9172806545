/** An element without a page: its state, and what its states wanted done. */
import { anyone, type OwnPatient } from "#core/question/patient.ts";
import type { Failure } from "#widget/answers/client.ts";
import {
  begin,
  type Effect,
  type Events,
  type Loaded,
  type Request,
  type State,
  update,
} from "#widget/store.ts";
import { blankView } from "#widget/views/compare/blank-view.ts";
import { comparison } from "../../support/answers.ts";

export const early = "setting=early";
export const older = "age=60-65";
export const patient: OwnPatient = { ...anyone, age: 71 };
export const offline: Failure = { kind: "offline" };
export const drawn = { sparesData: false };

/** The answer to a question; by default of the edge, with its sources. */
export function answerTo(asked: string, over: Partial<Loaded> = {}): Loaded {
  const answer = comparison({ canonical: asked });
  const { answerVersion } = answer;
  const view = { ...blankView, canonical: asked, answerVersion };
  return { asked, view, comparison: answer, onDevice: null, patient: undefined, ...over };
}

export const onDevice = { onDevice: { cutOff: false } };
/** As it stands in the page: without the trials. */
export const embedded = (asked = "") => answerTo(asked, { comparison: null });

/** An element, with everything that its states wanted done so far. */
export function element(query = "", initial: Loaded | null = null) {
  let { state, effects } = begin(query, initial);
  const wanted: Effect[] = [...effects];
  const send = <Kind extends keyof Events>(kind: Kind, detail: Events[Kind]): State => {
    ({ state, effects } = update(state, kind, detail));
    wanted.push(...effects);
    return state;
  };
  return {
    wanted,
    send,
    state: () => state,
    kinds: () => wanted.map(({ kind }) => kind),
    /** The last request, if it is still wanted. */
    request(): Request | null {
      const last = wanted.findLast((effect) => effect.kind === "ask");
      return last?.request ?? null;
    },
    /** The answer to the current request. */
    answer(over: Partial<Loaded> = {}): State {
      const { query: asked, patient, attempt } = state;
      return send("answered", { attempt, loaded: answerTo(asked, { patient, ...over }) });
    },
    fail(failure: Failure = offline): State {
      return send("failed", { attempt: state.attempt, failure });
    },
  };
}

/** With an answer of the edge on screen. */
export function answered(query = "") {
  const started = element(query);
  started.send("drawn", drawn);
  started.answer();
  started.wanted.length = 0;
  return started;
}
