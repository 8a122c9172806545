import { describe, expect, it } from "vitest";
import type { Failure } from "#widget/answers/client.ts";
import { isPending } from "#widget/store.ts";
import { blankView } from "#widget/views/compare/blank-view.ts";
import { row } from "../../support/answers.ts";
import { answered, answerTo, early, element, embedded, offline, older } from "./an-element.ts";

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
    expect(state().slow).toBe(false);
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

  it("of a product leaves the sheet open, for the next one", () => {
    const { state, send } = answered();
    const { sheet } = send("sheetOpened", "product");
    send("chosen", "product=cilta-cel");
    expect(state()).toMatchObject({ query: "product=cilta-cel", sheet });
  });

  it("leaves the form for a patient open, unless it is for all patients", () => {
    const { state, send } = answered();
    const { sheet } = send("sheetOpened", "patient");
    send("chosen", "outcome=efficacy");
    expect(state().sheet).toBe(sheet);
    send("chosenForAll", "");
    expect(state()).toMatchObject({ sheet: null, patient: undefined });
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
