/** A page of ours comes with its answer, if the page arrived whole. */
import { describe, expect, it } from "vitest";
import { readServedView } from "#widget/page/first-answer.ts";
import { blankView } from "#widget/views/states.tsx";

/** An element as the parser left it, with this text as its answer. */
function elementWith(text: string | null): Element {
  const querySelector = () => (text === null ? null : { textContent: text });
  return { querySelector } as unknown as Element;
}

describe("an element of our own pages", () => {
  it("has its view", () => {
    const text = JSON.stringify(blankView);
    expect(readServedView(elementWith(text))).toEqual(JSON.parse(text));
  });

  it.each([
    ["nothing", null],
    ["an empty text", ""],
    ["half of an answer", JSON.stringify(blankView).slice(0, 200)],
    ["something else", '"compare"'],
    ["nothing in JSON", "null"],
    ["an answer without rows", JSON.stringify({ ...blankView, rows: 1 })],
    ["an answer without a verdict", JSON.stringify({ ...blankView, verdict: undefined })],
    ["an answer of an earlier release", JSON.stringify({ ...blankView, kind: undefined })],
  ])("with %s has no view", (_, text) => {
    expect(readServedView(elementWith(text))).toBeNull();
  });
});
