import { describe, expect, it } from "vitest";
import { anyone, type OwnPatient } from "#core/question/patient.ts";
import type { Failure } from "#widget/answers/client.ts";
import {
  begin,
  type Effect,
  type Events,
  isPending,
  type Loaded,
  type Request,
  type State,
  update,
} from "#widget/store.ts";
import { blankView } from "#widget/views/compare/blank-view.ts";
import { comparison, row } from "../../support/answers.ts";

const early = "setting=early";
const older = "age=60-65";
const patient: OwnPatient = { ...anyone, age: 71 };
const offline: Failure = { kind: "offline" };
const drawn = { sparesData: false };

/** The answer to a question; by default of the edge, with its sources. */
function answerTo(asked: string, over: Partial<Loaded> = {}): Loaded {
  const answer = comparison({ canonical: asked });
  const { answerVersion } = answer;
  const view = { ...blankView, canonical: asked, answerVersion };
  return { asked, view, comparison: answer, onDevice: null, patient: undefined, ...over };
}

const onDevice = { onDevice: { cutOff: false } };
/** As it stands in the page: without the trials. */
const embedded = (asked = "") => answerTo(asked, { comparison: null });

/** An element, with everything that its states wanted done so far. */
function element(query = "", initial: Loaded | null = null) {
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
function answered(query = "") {
  const started = element(query);
  started.send("drawn", drawn);
  started.answer();
  started.wanted.length = 0;
  return started;
}

describe("the first answer", () => {
  it("is asked for at once, and told to the host when it is here", () => {
    const { request, answer, wanted } = element(early);
    expect(request()).toMatchObject({ query: early, need: "answer", shown: undefined });
    const { loaded, failure } = answer();
    expect([loaded?.asked, failure]).toEqual([early, null]);
    expect(wanted).toContainEqual({ kind: "result", comparison: loaded?.comparison });
    expect(request()).toBeNull();
  });

  it("is not asked for if the page contains it", () => {
    const { wanted, state } = element("", embedded());
    expect(wanted).toEqual([]);
    expect(isPending(state())).toBe(false);
  });

  it("is asked for if the page contains that to another question, which stays meanwhile", () => {
    const { request, state } = element(early, embedded());
    expect(request()).toMatchObject({ query: early, shown: state().loaded?.view });
    expect(isPending(state())).toBe(true);
  });

  it("says what went wrong, and comes when the reader tries again", () => {
    const { state, fail, send, answer, request, kinds } = element();
    fail();
    expect(state()).toMatchObject({ loaded: null, failure: offline });
    expect(kinds()).toEqual(["ask", "error"]);
    expect(send("retried", null).failure).toBeNull();
    expect(request()?.attempt).toBe(2);
    expect(answer().loaded?.asked).toBe("");
  });
});

describe("a choice of the reader", () => {
  it("is asked and told, closes the sheet, and leaves the old numbers until the new ones are here", () => {
    const { send, wanted, state, answer } = answered();
    const before = state().loaded;
    send("sheetOpened", "age");
    wanted.length = 0;
    const waiting = send("chosen", early);
    expect(waiting).toMatchObject({ loaded: before, sheet: null, query: early });
    expect(isPending(waiting)).toBe(true);
    const request = {
      attempt: waiting.attempt,
      query: early,
      patient: undefined,
      need: "answer",
      shown: before?.view,
    };
    expect(wanted).toEqual([
      { kind: "ask", request },
      { kind: "change", query: early },
    ]);
    expect(isPending(answer())).toBe(false);
  });

  it("of the question on screen only closes the sheet", () => {
    const { send, wanted, state } = answered(early);
    send("sheetOpened", "age");
    wanted.length = 0;
    send("chosen", early);
    expect(state().sheet).toBeNull();
    expect(wanted).toEqual([]);
  });

  it("by the page around is asked, not told, and leaves the sheet open", () => {
    const { send, kinds, state } = answered();
    const { sheet } = send("sheetOpened", "age");
    send("asked", early);
    expect(kinds()).toEqual(["load", "ask"]);
    expect(state().sheet).toBe(sheet);
  });

  it("that comes later wins, whatever an earlier request brings", () => {
    const { send, state, answer, kinds } = answered();
    const { attempt } = send("chosen", early);
    send("chosen", older);
    const waiting = state();
    send("answered", { attempt, loaded: answerTo(early) });
    send("failed", { attempt, failure: offline });
    send("delayed", { attempt });
    send("rowArrived", { attempt, row: freshRow });
    expect(state()).toEqual(waiting);
    expect(answer().loaded?.asked).toBe(older);
    expect(kinds().filter((kind) => kind === "result")).toHaveLength(1);
  });

  it("that is taken back asks for nothing, and ends what was asked", () => {
    const { send, state, request } = answered();
    const { attempt } = send("chosen", early);
    send("chosen", "");
    expect(request()).toBeNull();
    expect(isPending(state())).toBe(false);
    send("answered", { attempt, loaded: answerTo(early) });
    expect(state().loaded?.asked).toBe("");
  });
});

const freshRow = { view: { ...blankRow(), label: "Response" }, row: row() };

function blankRow() {
  const [first] = blankView.rows;
  if (!first) throw new Error("no row");
  return first;
}

describe("while an answer is on its way", () => {
  it("it is said after a moment that it takes long, until it is here", () => {
    const { send, answer } = answered();
    const { attempt } = send("chosen", early);
    expect(send("delayed", { attempt }).slow).toBe(true);
    expect(answer().slow).toBe(false);
    expect(send("delayed", { attempt }).slow).toBe(false);
  });

  it("its rows arrive one by one, and go with it or with the next question", () => {
    const { send, answer, fail } = answered();
    const arrive = () => {
      const { attempt } = send("chosen", `${early}&${older}`);
      return send("rowArrived", { attempt, row: freshRow }).fresh;
    };
    expect(arrive()).toEqual([freshRow]);
    expect(answer().fresh).toEqual([]);
    send("chosen", "");
    expect(arrive()).toEqual([freshRow]);
    expect(send("chosen", older).fresh).toEqual([]);
    expect(arrive()).toEqual([freshRow]);
    expect(fail().fresh).toEqual([]);
  });
});

describe("without an answer", () => {
  it("the old numbers stay beside the reason, and the new ones come once the network is back", () => {
    const { send, fail, answer, wanted, state } = answered();
    const before = state().loaded;
    send("chosen", early);
    expect(fail()).toMatchObject({ loaded: before, failure: offline, query: early });
    expect(wanted.at(-1)).toEqual({ kind: "error", failure: offline });
    expect(send("retried", null)).toMatchObject({ loaded: before, failure: null });
    expect(answer()).toMatchObject({ failure: null, loaded: { asked: early } });
  });

  it("a request on its way is sent anew when the network is back, and none otherwise", () => {
    const { send, request, wanted } = answered();
    send("retried", null);
    expect(wanted).toEqual([]);
    const { attempt } = send("chosen", early);
    send("retried", null);
    expect(request()).toMatchObject({ query: early, attempt: attempt + 1 });
  });

  it("the reason is forgotten when the question on screen is asked again", () => {
    const refused: Failure = { kind: "refused", details: ["age: no range"] };
    const { send, fail, request } = answered();
    send("asked", "age=abc");
    expect(fail(refused).failure).toBe(refused);
    expect(send("asked", "").failure).toBeNull();
    expect(request()).toBeNull();
    send("asked", "age=abc");
    fail(refused);
    const left = send("chosenForAll", "");
    expect([left.failure, left.query]).toEqual([null, ""]);
  });

  it("to the question of the page, its view is shown again", () => {
    const initial = embedded();
    const { send, answer, fail, state, kinds } = element("", initial);
    send("chosen", early);
    answer();
    send("chosen", "");
    fail();
    expect(state()).toMatchObject({ loaded: initial, failure: null });
    expect(isPending(state())).toBe(false);
    expect(kinds().at(-1)).toBe("error");
  });
});

describe("an opened row", () => {
  it("needs the answer whole: it is asked for beside the view of the page, which stays", () => {
    const { send, request, answer, state } = element("", embedded());
    send("rowToggled", "orr");
    expect(request()).toMatchObject({ query: "", need: "answer" });
    expect(isPending(state())).toBe(false);
    expect(answer().loaded?.comparison).not.toBeNull();
    expect(request()).toBeNull();
  });

  it("says why its trials are not here, and gets them at the next attempt", () => {
    const { send, request, fail } = element("", embedded());
    send("rowToggled", "orr");
    expect(fail().failure).toBe(offline);
    send("retried", null);
    expect(request()).toMatchObject({ need: "answer" });
    fail();
    expect(send("rowToggled", "orr").failure, "closed").toBeNull();
  });

  it("of an answer that was computed here needs its sources, which are no news to the host", () => {
    const { send, request, answer, wanted } = answered();
    send("chosen", early);
    answer(onDevice);
    wanted.length = 0;
    send("rowToggled", "orr");
    expect(request()).toMatchObject({ query: early, need: "sources" });
    answer();
    expect(wanted.map(({ kind }) => kind)).toEqual(["ask", "load", "ask"]);
    expect(request()).toBeNull();
  });

  it("gets numbers of a newer version with its sources, which are news", () => {
    const { send, answer, wanted, state } = answered();
    send("chosen", early);
    answer(onDevice);
    send("rowToggled", "orr");
    answer({ comparison: comparison({ answerVersion: "newer" }) });
    expect(wanted.at(-1)).toMatchObject({ kind: "result", comparison: { answerVersion: "newer" } });
    expect(state().loaded?.comparison?.answerVersion).toBe("newer");
  });

  it("whose sources fail to come is no error of the answer", () => {
    const { send, answer, fail, wanted, state } = answered();
    send("chosen", early);
    answer(onDevice);
    send("rowToggled", "orr");
    wanted.length = 0;
    expect(fail()).toMatchObject({ failure: offline, loaded: { asked: early } });
    expect(wanted).toEqual([]);
    expect(isPending(state())).toBe(false);
  });

  it("stays open while others are opened and closed", () => {
    const { send } = answered();
    expect(send("rowToggled", "orr").openRows).toEqual(["orr"]);
    expect(send("rowToggled", "cr").openRows).toEqual(["orr", "cr"]);
    expect(send("rowToggled", "orr").openRows).toEqual(["cr"]);
  });
});

describe("a patient", () => {
  it("has an answer computed here, of which the host is not told, and no sources are asked for", () => {
    const { send, request, answer, wanted, kinds } = answered();
    send("patientGiven", patient);
    expect(request()).toMatchObject({ query: "", patient, need: "answer" });
    answer(onDevice);
    send("rowToggled", "orr");
    expect(request()).toBeNull();
    expect(kinds()).toEqual(["ask", "ask", "load"]);
    expect(JSON.stringify(wanted.filter(({ kind }) => kind !== "ask"))).not.toContain("71");
  });

  it("stays while the reader filters, and the host is told the filters only", () => {
    const { send, request, answer, wanted, state } = answered();
    send("patientGiven", patient);
    answer(onDevice);
    wanted.length = 0;
    send("chosen", older);
    expect(request()).toMatchObject({ query: older, patient });
    expect(wanted).toContainEqual({ kind: "change", query: older });
    answer(onDevice);
    expect(state().loaded).toMatchObject({ asked: older, patient });
  });

  it("is forgotten by a question about all patients", () => {
    const { send, request, answer, wanted } = answered();
    send("patientGiven", patient);
    answer(onDevice);
    wanted.length = 0;
    expect(send("chosenForAll", early).patient).toBeUndefined();
    expect(request()).toMatchObject({ query: early, patient: undefined });
    send("patientGiven", patient);
    answer(onDevice);
    wanted.length = 0;
    send("chosenForAll", early);
    expect(
      wanted.map(({ kind }) => kind),
      "the same filters",
    ).toEqual(["ask"]);
  });

  it("who is corrected or taken away wins over the answer to the one before", () => {
    const { send, state } = answered();
    const before = state().loaded;
    const { attempt } = send("patientGiven", patient);
    send("patientGiven", undefined);
    send("answered", { attempt, loaded: answerTo("", { patient, ...onDevice }) });
    expect(state()).toMatchObject({ loaded: before, patient: undefined });
  });

  it("for whom nothing can be computed leaves the numbers of all on screen, marked as such", () => {
    const { send, fail, state } = answered();
    const before = state().loaded;
    send("patientGiven", patient);
    expect(fail()).toMatchObject({ loaded: before, failure: offline });
    expect(isPending(state())).toBe(true);
  });
});

describe("what comes after the first view", () => {
  it("is loaded once the first view is drawn, and the engine once there is an answer", () => {
    const started = element();
    expect(started.kinds()).toEqual(["ask"]);
    started.send("drawn", drawn);
    expect(started.kinds()).toEqual(["ask", "load"]);
    started.answer();
    expect(started.kinds()).toEqual(["ask", "load", "ask", "result", "prepare"]);
    started.send("chosen", early);
    started.answer();
    expect(
      started.kinds().filter((kind) => kind === "prepare"),
      "once",
    ).toHaveLength(1);
    const served = element("", embedded());
    served.send("drawn", drawn);
    expect(served.kinds()).toEqual(["load", "prepare"]);
  });

  it("is loaded only when something is opened, where data are spared", () => {
    const { send, kinds } = element("", embedded());
    send("drawn", { sparesData: true });
    expect(kinds()).toEqual([]);
    send("sheetOpened", "age");
    expect(kinds()).toEqual(["load"]);
  });

  it("is asked for again when it could not be loaded: by the reader, or by what is opened next", () => {
    const { send, wanted } = answered();
    send("sheetOpened", "age");
    expect(send("restFailed", offline).lacking).toBe(offline);
    wanted.length = 0;
    expect(send("retried", null).lacking).toBeNull();
    expect(wanted).toEqual([{ kind: "load" }]);
    send("restFailed", offline);
    expect(send("rowToggled", "orr").lacking).toBeNull();
    expect(wanted).toEqual([{ kind: "load" }, { kind: "load" }]);
  });

  it("brings the answer that belongs to the view of the page, unless another one is shown by then", () => {
    const before = embedded();
    const loaded = answerTo("", onDevice);
    const first = element("", before);
    expect(first.send("prepared", { before, loaded }).loaded).toBe(loaded);
    const second = element("", before);
    second.send("chosen", early);
    const { loaded: now } = second.answer();
    expect(second.send("prepared", { before, loaded }).loaded).toBe(now);
  });
});

it("a late close event of one sheet does not close the next", () => {
  const { send } = answered();
  const { sheet } = send("sheetOpened", "age");
  const next = send("sheetOpened", "age").sheet;
  expect(send("sheetClosed", sheet).sheet).toBe(next);
  expect(send("sheetClosed", next).sheet).toBeNull();
});

it("withdrawn numbers stay withdrawn, with the reason", () => {
  const { send, answer } = answered();
  send("withdrawn", "A wrong number.");
  send("chosen", early);
  expect(answer().withdrawn).toEqual({ reason: "A wrong number." });
});
