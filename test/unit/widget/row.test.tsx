/** An opened row: where its links lead, and its parts; its words are approved. */

import { render } from "preact-render-to-string";
import { beforeAll, describe, expect, it } from "vitest";
import type { ClassTable } from "#presentation/row/class-tables.ts";
import type { OpenedRow } from "#presentation/views/opened-row.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { surroundings } from "#widget/page/environment.ts";
import { Notes } from "#widget/row/notes.tsx";
import { row as made } from "../../support/answers.ts";
import { read, to } from "../../support/in-process.ts";
import { openedOf, openedRow } from "../../support/opened-row.tsx";
import { sampled } from "../../support/sample.ts";
import { answerTo, ofPatient, patient } from "./an-element.ts";

const { site } = surroundings;

/** Returns every address in a part of a row. */
function hrefsOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    key === "href" && typeof entry === "string" ? [entry] : hrefsOf(entry),
  );
}

const escaped = (text: string) => text.replaceAll("&", "&amp;");

describe.each([
  ["", 6],
  ["outcome=survival", 3],
  ["outcome=toxicity&evidence=all", 3],
  ["lines=2&exclude=karmma", 3],
  ["availability=any&target=any&prior-bcma=selected", 3],
] as const)("each opened row of %j", (question, size) => {
  let rows: OpenedRow[];
  beforeAll(async () => {
    const screen = await read<Screen>(to("/v1/screen", question));
    const outcomes = screen.rows.map(({ outcome }) => outcome);
    rows = await Promise.all(
      sampled(outcomes, size).map((outcome) =>
        read<OpenedRow>(to(`/v1/screen/${outcome}`, question)),
      ),
    );
  });

  it("leads out of the page only in tabs that cannot reach back", () => {
    for (const row of rows) {
      const html = openedRow(row);
      for (const [link, href] of html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>/g)) {
        expect(link).toContain('target="_blank" rel="noreferrer"');
        expect(href).toMatch(/^(https:|file:)/);
      }
      for (const href of hrefsOf([row.timing, row.tables, row.compared, row.published])) {
        expect(html).toContain(`href="${escaped(href)}"`);
      }
      for (const { cohort } of row.tables.flatMap(({ trials }) => trials)) {
        expect(html).toContain(`${site}/v1/cohorts/${cohort}"`);
      }
    }
  });
});

it("the way to explore an outcome is not there for a patient, whose question no link holds", () => {
  const loaded = answerTo("lines=2", { forPatient: ofPatient(patient) });
  const html = openedRow(openedOf(made({ outcome: "orr" })), { loaded });
  expect(html).toContain(`href="${site}/methods#model"`);
  expect(html).not.toContain("/explore");
});

it("notes stand open up to three, the others behind a line that counts them", () => {
  const notes = ["One.", "Two.", "Three.", "Four."];
  expect(render(<Notes notes={notes.slice(0, 3)} />)).not.toContain("<details>");
  expect(render(<Notes notes={notes} />)).toMatch(
    /Three\.<.*<details><summary>1 more note<\/summary>.*Four\./,
  );
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
