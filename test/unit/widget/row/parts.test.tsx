/** The parts of an opened row: its notes are few, a trial has a box that leaves it out, lists are folded. */
import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import type { ClassTable } from "#presentation/row/class-tables.ts";
import { Notes } from "#widget/row/notes.tsx";
import { row as made } from "../../../support/answers.ts";
import { openedOf, openedRow } from "../../../support/opened-row.tsx";

describe("notes", () => {
  const notes = ["One.", "Two.", "Three.", "Four."];

  it("stand open up to three, the others behind a line that counts them", () => {
    expect(render(<Notes notes={notes.slice(0, 3)} />)).not.toContain("<details>");
    expect(render(<Notes notes={notes} />)).toMatch(
      /Three\.<.*<details><summary>1 more note<\/summary>.*Four\./,
    );
  });
});

describe("the box of a trial", () => {
  const drawn = {
    number: "50",
    under: "40–60",
    bar: [40, 60],
    marks: [{ at: 50, kind: "estimate" }],
    filled: true,
  } as const;
  const figures = [{ text: "5 of 10 · weight 50 %", citation: null }];
  const table: ClassTable = {
    ...{ group: "car-t", name: "CAR-T", number: null, facts: [], next: null },
    trials: [{ cohort: "a", label: "A", drug: "alpha-cel", of: "", drawn, figures }],
    leftOut: [{ cohort: "b", label: "B", drug: "", of: "", drawn: null, figures: [] }],
  };
  const row = openedOf(made());
  const html = (query: string) => openedRow({ ...row, tables: [table] }, { query });

  it("is ticked for what the question counts, and names its trial", () => {
    const boxes = html("exclude=b").match(/<input [^>]*>/g);
    expect(boxes).toEqual([
      expect.stringContaining("checked"),
      expect.not.stringContaining("checked"),
    ]);
    expect(html("exclude=b")).toMatch(/Count A<\/span><\/label>.*Count B<\/span><\/label>/);
    expect(html("exclude=b")).toContain("left out");
  });

  it("is empty at once, while the numbers without the trial are on their way", () => {
    const boxes = html("exclude=a,b").match(/<input [^>]*>/g) ?? [];
    expect(boxes.filter((box) => box.includes("checked"))).toEqual([]);
    expect(html("exclude=a,b")).toContain("5 of 10");
  });
});
