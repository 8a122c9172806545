/** Layers that are opened in the element, and the patient who is entered there. */
import { describe, expect, it } from "vitest";
import { anyone } from "#core/question/patient.ts";
import type { RowView } from "#presentation/row/row-view.ts";
import { type HandedOver, isCurrentAnswerMissing } from "#widget/store.ts";
import { row as made } from "../../support/answers.ts";
import { rowViewOf } from "../../support/viewed-rows.ts";
import {
  answered,
  answeredForPatient,
  answerTo,
  early,
  element,
  offline,
  ofPatient,
  older,
  patient,
} from "./an-element.ts";

describe("an opened row", () => {
  it("is one at a time, closes by its button, and asks nothing of the answer", () => {
    const { send, wanted } = answered();
    expect(send("rowToggled", "orr").opened).toEqual({ outcome: "orr" });
    expect(send("rowToggled", "cr").opened).toEqual({ outcome: "cr" });
    expect(send("sheetOpened", { name: "patient" }).opened).toEqual({ name: "patient" });
    expect(send("rowToggled", "cr").opened).toEqual({ outcome: "cr" });
    expect(send("rowToggled", "cr").opened).toBeNull();
    expect(wanted).toEqual([]);
  });

  it("stays over the next answer, as long as that has the outcome", () => {
    const { send, state } = answered();
    const { opened } = send("rowToggled", "orr");
    const row = rowViewOf(made({ outcome: "orr" }));
    const openedAfter = (query: string, rows: readonly RowView[]) => {
      const { attempt } = send("chosen", query);
      const next = answerTo(query);
      const loaded = { ...next, view: { ...next.view, rows } };
      return send("answered", { attempt, loaded }).opened;
    };
    expect(openedAfter(early, [row])).toBe(opened);
    expect(openedAfter(older, [])).toBeNull();
    expect(state().loaded?.query).toBe(older);
  });

  it("closes where the answer that the page came with does not have it", () => {
    const { send, answer, fail } = element("", answerTo(""));
    send("chosen", older);
    answer();
    send("rowToggled", "orr");
    send("chosen", "");
    expect(fail()).toMatchObject({ loaded: answerTo(""), opened: null });
  });
});

describe("a patient", () => {
  it("has an answer of which the host is not told, and neither of the patient", () => {
    const { send, request, answer, wanted, kinds, state } = answered();
    send("patientGiven", patient);
    expect(request()).toMatchObject({ query: "", patient });
    expect(isCurrentAnswerMissing(state())).toBe(true);
    answer();
    expect(isCurrentAnswerMissing(state())).toBe(false);
    expect(kinds()).toEqual(["ask", "ask"]);
    expect(JSON.stringify(wanted.filter(({ kind }) => kind !== "ask"))).not.toContain("71");
  });

  it("stays while the reader filters; the host is told of it once the patient is taken away", () => {
    const { send, request, answer, wanted, state, kinds } = answeredForPatient();
    send("chosen", older);
    expect(request()).toMatchObject({ query: older, patient });
    answer();
    expect(state().loaded).toMatchObject({ query: older, forPatient: { patient } });
    expect(kinds()).not.toContain("change");
    send("patientGiven", undefined);
    expect(wanted.at(-1)).toEqual({ kind: "change", query: older });
    answer();
    expect(kinds().at(-1)).toBe("result");
  });

  it("taken away from the question of before is no change", () => {
    const { send, answer, kinds, state } = answeredForPatient();
    send("patientGiven", undefined);
    answer();
    expect(kinds()).not.toContain("change");
    expect(state().loaded?.query).toBe("");
  });

  it("stays where the page around asks, which is told no change of it", () => {
    const { send, answer, request, kinds } = answeredForPatient();
    send("questionSet", early);
    expect(request()).toMatchObject({ query: early, patient });
    answer();
    send("patientGiven", undefined);
    expect(kinds()).not.toContain("change");
  });

  it("is forgotten by a question about all patients", () => {
    const { send, request, answer, wanted, kinds } = answeredForPatient();
    expect(send("chosenForAll", early).patient).toBeUndefined();
    expect(request()).toMatchObject({ query: early, patient: undefined });
    expect(wanted).toContainEqual({ kind: "change", query: early });
    send("patientGiven", patient);
    answer();
    wanted.length = 0;
    send("chosenForAll", early);
    expect(kinds(), "the same filters").toEqual(["ask"]);
  });

  it("gives no address the question that is offered instead, which tells of the patient", () => {
    const { send, request, answer, kinds } = answeredForPatient();
    expect(send("offerTaken", early).patient).toBeUndefined();
    expect(request()).toMatchObject({ query: early, patient: undefined });
    answer();
    expect(kinds()).not.toContain("change");
  });

  it("who is corrected or taken away wins over the answer to the one before", () => {
    const { send, state } = answered();
    const before = state().loaded;
    const { attempt } = send("patientGiven", patient);
    send("patientGiven", undefined);
    send("answered", { attempt, loaded: answerTo("", { forPatient: ofPatient(patient) }) });
    expect(state()).toMatchObject({ loaded: before, patient: undefined });
    send("patientGiven", patient);
    const younger = { ...anyone, age: 54 };
    send("patientGiven", younger);
    expect(isCurrentAnswerMissing(state())).toBe(true);
  });

  it("without an answer leaves the numbers of all on screen, marked as such", () => {
    const { send, fail, state } = answered();
    const before = state().loaded;
    send("patientGiven", patient);
    expect(fail()).toMatchObject({ loaded: before, failure: offline });
    expect(isCurrentAnswerMissing(state())).toBe(true);
  });
});

describe("a patient handed over", () => {
  const handed: HandedOver = {
    patient,
    saidOfRecord: () => "",
    give: { label: "", done: "", press: () => undefined },
  };

  it("is asked for at once, before any answer or after it", () => {
    const first = element();
    first.send("handedOver", handed);
    expect(first.request()).toMatchObject({ query: "", patient });
    const second = answered();
    expect(second.send("handedOver", handed)).toMatchObject({ handed, patient });
    expect(second.request()).toMatchObject({ patient });
  });

  it("takes the numbers and rows of the patient before away at once, and so does the end of a patient", () => {
    const next = { ...handed, patient: { ...patient, age: 44 } };
    for (const then of [next, null]) {
      const { send, answer } = answered();
      send("handedOver", handed);
      answer();
      send("rowToggled", "orr");
      expect(send("handedOver", then)).toMatchObject({ loaded: null, opened: null });
      expect(answer().loaded?.forPatient?.patient).toEqual(then?.patient);
    }
  });

  it("whose answer does not come leaves nothing on screen, also of the answer that the page came with", () => {
    const { send, answer, fail } = element("", answerTo(""));
    send("handedOver", handed);
    answer();
    send("handedOver", { ...handed, patient: { ...patient, age: 44 } });
    expect(fail()).toMatchObject({ loaded: null, failure: offline });
  });

  it("can be changed by the reader, and is taken away with what was changed", () => {
    const { send, answer, state, kinds } = answered();
    send("handedOver", handed);
    answer();
    const corrected = { ...patient, priorLines: 4 };
    expect(send("patientGiven", corrected)).toMatchObject({ handed, patient: corrected });
    send("chosen", older);
    answer();
    expect(kinds()).not.toContain("change");
    expect(send("handedOver", null)).toMatchObject({ handed: null, patient: undefined });
    expect(kinds()).toContain("change");
    expect(state().query).toBe(older);
  });
});

it("a late close event of one sheet does not close the next", () => {
  const { send } = answered();
  const { opened } = send("sheetOpened", { name: "question" });
  const next = send("sheetOpened", { name: "question" }).opened;
  if (!opened || !next) throw new Error("nothing was opened");
  expect(send("closed", opened).opened).toBe(next);
  expect(send("closed", next).opened).toBeNull();
});

it("withdrawn numbers stay withdrawn, with the reason", () => {
  const { send, answer } = answered();
  send("withdrawn", "A wrong number.");
  send("chosen", early);
  expect(answer().withdrawn).toEqual({ reason: "A wrong number." });
});
