/** What a page of ours came with: its answer, if the page arrived whole. */
import { describe, expect, it, vi } from "vitest";
import { served } from "#widget/page/first-answer.ts";
import { blankView } from "#widget/views/blank-view.ts";

/** An element as the parser left it, with this text as its answer. */
function elementWith(text: string | null, hasRoot = true) {
  const root = { replaceChildren: vi.fn() };
  const element = {
    shadowRoot: hasRoot ? { querySelector: () => root } : null,
    querySelector: () => (text === null ? null : { textContent: text }),
  };
  return { root, element: element as unknown as Element };
}

describe("an element of our own pages", () => {
  it("has its view and the markup that the server drew of it", () => {
    const { root, element } = elementWith(JSON.stringify(blankView));
    expect(served(element)).toEqual({ root, view: JSON.parse(JSON.stringify(blankView)) });
    expect(root.replaceChildren).not.toHaveBeenCalled();
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
  ])("with %s has no view, and its markup goes", (_, text) => {
    const { root, element } = elementWith(text);
    expect(served(element)).toEqual({ root, view: null });
    expect(root.replaceChildren).toHaveBeenCalledOnce();
  });
});

it("an element of another page came with nothing", () => {
  expect(served(elementWith(null, false).element)).toBeNull();
});
