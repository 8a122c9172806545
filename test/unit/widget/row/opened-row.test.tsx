/** Checks where the links of an opened row lead; its words are approved. */
import { beforeAll, describe, expect, it } from "vitest";
import type { OpenedRow } from "#presentation/views/opened-row.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { surroundings } from "#widget/page/environment.ts";
import { row as made } from "../../../support/answers.ts";
import { read, to } from "../../../support/in-process.ts";
import { openedOf, openedRow } from "../../../support/opened-row.tsx";
import { sampled } from "../../../support/sample.ts";
import { answerTo, ofPatient, patient } from "../an-element.ts";

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

describe("the way to explore an outcome", () => {
  const row = openedOf(made({ outcome: "orr" }));

  it("is not there for a patient, whose question no link holds", () => {
    const loaded = answerTo("lines=2", { forPatient: ofPatient(patient) });
    const html = openedRow(row, { loaded });
    expect(html).toContain(`href="${site}/methods#model"`);
    expect(html).not.toContain("/explore");
  });
});
