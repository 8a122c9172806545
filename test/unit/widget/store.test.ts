import { describe, expect, it } from "vitest";
import type { Failure } from "#widget/ask.ts";
import { isCurrentAnswerMissing, listChangedOutcomes } from "#widget/store.ts";
import { blankView } from "#widget/views/states.tsx";
import { row } from "../../support/answers.ts";
import { rowViewOf, sides } from "../../support/viewed-rows.ts";
import { answered, answerTo, early, element, offline, older, patient } from "./an-element.ts";

describe("the first answer", () => {
  it("is asked for at once, and told to the host when it is here", () => {
    const { request, answer, wanted } = element(early);
    expect(request()).toMatchObject({ query: early, isRenewed: false });
    const { loaded, failure } = answer();
    expect([loaded?.query, failure]).toEqual([early, null]);
    expect(wanted).toContainEqual({ kind: "result", view: loaded?.view });
    expect(request()).toBeNull();
  });

  it("is not asked for if the page contains it", () => {
    const { wanted, state } = element("", answerTo(""));
    expect(wanted).toEqual([]);
    expect(isCurrentAnswerMissing(state())).toBe(false);
    expect(state().slow).toBe(false);
  });

  it("is asked for if the page contains that to another question, which stays meanwhile", () => {
    const initial = answerTo("");
    const { request, state } = element(early, initial);
    expect(request()).toMatchObject({ query: early });
    expect(state().loaded).toBe(initial);
    expect(isCurrentAnswerMissing(state())).toBe(true);
  });

  it("says what went wrong, and comes when the reader tries again", () => {
    const { state, fail, send, answer, request, kinds } = element();
    fail();
    expect(state()).toMatchObject({ loaded: null, failure: offline });
    expect(kinds()).toEqual(["ask", "error"]);
    expect(send("retried", null).failure).toBeNull();
    expect(request()?.attempt).toBe(2);
    expect(answer().loaded?.query).toBe("");
  });

  it("is what the server drew until that is on screen, and then can be used", () => {
    const { state, send } = element("", answerTo(""));
    expect(state().hydrated).toBe(false);
    expect(send("drawn", null).hydrated).toBe(true);
  });
});

describe("a choice of the reader", () => {
  it("is asked and told, and leaves the sheet and the old numbers until the new ones are here", () => {
    const { send, wanted, state, answer } = answered();
    const before = state().loaded;
    const { opened } = send("sheetOpened", { name: "question" });
    wanted.length = 0;
    const waiting = send("chosen", early);
    expect(waiting).toMatchObject({ loaded: before, opened, query: early });
    expect(isCurrentAnswerMissing(waiting)).toBe(true);
    const { attempt } = waiting;
    expect(wanted).toEqual([
      { kind: "ask", request: { attempt, query: early, patient: undefined, isRenewed: false } },
      { kind: "change", query: early },
    ]);
    expect(isCurrentAnswerMissing(answer())).toBe(false);
  });

  it("leaves the form for a patient open, unless it is for all patients", () => {
    const { state, send } = answered();
    const { opened } = send("sheetOpened", { name: "patient" });
    send("chosen", "outcome=efficacy");
    expect(state().opened).toBe(opened);
    send("chosenForAll", "");
    expect(state()).toMatchObject({ opened: null, patient: undefined });
  });

  it("of the question on screen asks nothing", () => {
    const { send, wanted } = answered(early);
    wanted.length = 0;
    send("chosen", early);
    expect(wanted).toEqual([]);
  });

  it("by the page around is asked, not told, and leaves the sheet open", () => {
    const { send, kinds, state } = answered();
    const { opened } = send("sheetOpened", { name: "question" });
    send("questionSet", early);
    expect(kinds()).toEqual(["ask"]);
    expect(state().opened).toBe(opened);
  });

  it("that comes later wins, whatever an earlier request brings", () => {
    const { send, state, answer, kinds } = answered();
    const { attempt } = send("chosen", early);
    send("chosen", older);
    const waiting = state();
    send("answered", { attempt, loaded: answerTo(early) });
    send("failed", { attempt, failure: offline });
    send("delayed", { attempt });
    expect(state()).toEqual(waiting);
    expect(answer().loaded?.query).toBe(older);
    expect(kinds().filter((kind) => kind === "result")).toHaveLength(1);
  });

  it("that is taken back asks for nothing, and ends what was asked", () => {
    const { send, state, request } = answered();
    const { attempt } = send("chosen", early);
    send("chosen", "");
    expect(request()).toBeNull();
    expect(isCurrentAnswerMissing(state())).toBe(false);
    send("answered", { attempt, loaded: answerTo(early) });
    expect(state().loaded?.query).toBe("");
  });

  it("marks the rows that say something else than before it, and no row of the first answer", () => {
    const { send, answer, state } = answered();
    expect(state().changed).toEqual([]);
    const [first, ...otherRows] = blankView.rows;
    if (!first) throw new Error("no row");
    const rows = [{ ...first, heard: "CAR-T 9 of 100." }, ...otherRows];
    send("chosen", early);
    const view = { ...answerTo(early).view, rows };
    expect(answer({ view }).changed).toEqual([first.outcome]);
    send("outdated", null);
    expect(answer({ view }).changed, "the same answer, asked for again").toEqual([first.outcome]);
  });
});

it("an answer that is on its way is said to take long after a moment, until it is here", () => {
  const { send, answer } = answered();
  const { attempt } = send("chosen", early);
  expect(send("delayed", { attempt }).slow).toBe(true);
  expect(answer().slow).toBe(false);
  expect(send("delayed", { attempt }).slow).toBe(false);
});

describe("without an answer", () => {
  it("the old numbers stay beside the reason, and the new ones come once the network is back", () => {
    const { send, fail, answer, wanted, state } = answered();
    const before = state().loaded;
    send("chosen", early);
    expect(fail()).toMatchObject({ loaded: before, failure: offline, query: early });
    expect(wanted.at(-1)).toEqual({ kind: "error", failure: offline });
    expect(send("retried", null)).toMatchObject({ loaded: before, failure: null });
    expect(answer()).toMatchObject({ failure: null, loaded: { query: early } });
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
    send("questionSet", "age=abc");
    expect(fail(refused).failure).toBe(refused);
    expect(send("questionSet", "").failure).toBeNull();
    expect(request()).toBeNull();
    send("questionSet", "age=abc");
    fail(refused);
    const left = send("chosenForAll", "");
    expect([left.failure, left.query]).toEqual([null, ""]);
  });

  it("to the question of the page, its view is shown again", () => {
    const initial = answerTo("");
    const { send, answer, fail, state, kinds } = element("", initial);
    send("chosen", early);
    answer();
    send("chosen", "");
    fail();
    expect(state()).toMatchObject({ loaded: initial });
    expect(isCurrentAnswerMissing(state())).toBe(false);
    expect(kinds().at(-1)).toBe("error");
  });

  it("that is asked for again, one of a later release than the page stays", () => {
    const initial = answerTo("");
    const { send, answer, fail } = element("", initial);
    send("outdated", null);
    const { loaded } = answer({ view: { ...initial.view, answerVersion: "made-up-1" } });
    send("outdated", null);
    expect(fail().loaded).toBe(loaded);
  });

  it("for a patient, the host hears nothing", () => {
    const { send, fail, kinds } = answered();
    send("patientGiven", patient);
    expect(fail({ kind: "refused", details: ["lines: refused"] }).failure).not.toBeNull();
    expect(kinds()).not.toContain("error");
  });
});

describe("an answer of which a row is of another release", () => {
  it("is asked for again past every memory, stays on screen, and is news", () => {
    const { send, request, answer, state, wanted } = answered(early);
    const before = state().loaded;
    send("outdated", null);
    expect(request()).toMatchObject({ query: early, isRenewed: true });
    expect(state().loaded).toBe(before);
    expect(isCurrentAnswerMissing(state())).toBe(false);
    const view = { ...answerTo(early).view, answerVersion: "made-up-1" };
    expect(answer({ view })).toMatchObject({ isOutdated: false, loaded: { view } });
    expect(wanted.at(-1)).toEqual({ kind: "result", view });
    expect(request()).toBeNull();
  });

  it("is asked for once only, though the next one may be of yet another release", () => {
    const { send, answer, wanted, request } = answered();
    send("outdated", null);
    answer();
    wanted.length = 0;
    send("outdated", null);
    expect(wanted, "the same release again").toEqual([]);
    const view = { ...answerTo(early).view, answerVersion: "made-up-1" };
    send("chosen", early);
    answer({ view });
    send("outdated", null);
    expect(request()).toMatchObject({ isRenewed: true });
  });

  it("that does not come again leaves the one on screen", () => {
    const { send, fail, state } = answered();
    const before = state().loaded;
    send("outdated", null);
    fail();
    expect(state()).toMatchObject({ loaded: before, isOutdated: false });
    expect(isCurrentAnswerMissing(state())).toBe(false);
  });
});

it("rows that say something else are changed, those that are new or as before are not", () => {
  const of = (outcome: string, carT: number) =>
    rowViewOf(row({ outcome, ...sides({ estimate: carT }, {}) }));
  const before = [of("a", 0.5), of("b", 0.6)];
  const after = [of("b", 0.6), of("a", 0.7), of("c", 0.9)];
  expect(listChangedOutcomes(before, after)).toEqual(["a"]);
  expect(listChangedOutcomes([], after)).toEqual([]);
});
