/** What is opened in the element, said about a patient, and loaded after the first view. */
import { describe, expect, it } from "vitest";
import { isPending } from "#widget/store.ts";
import { comparison } from "../../support/answers.ts";
import {
  answered,
  answerTo,
  drawn,
  early,
  element,
  embedded,
  offline,
  older,
  onDevice,
  patient,
} from "./an-element.ts";

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
    expect(send("drawn", { sparesData: true }).live).toBe(true);
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
