/** An opened row as it is drawn: nothing of what is sent is left out, and where its links lead. */
import { beforeAll, describe, expect, it } from "vitest";
import type { OpenedRow } from "#presentation/statement/opened-row.ts";
import type { Screen } from "#presentation/statement/screen.ts";
import { english } from "#presentation/words/catalogue.ts";
import { surroundings } from "#widget/page/environment.ts";
import { row as made } from "../../../support/answers.ts";
import { textOf } from "../../../support/html.ts";
import { read, to } from "../../../support/in-process.ts";
import { openedOf, openedRow, parts } from "../../../support/opened-row.tsx";
import { sampled } from "../../../support/sample.ts";
import { answerTo, ofPatient, patient } from "../an-element.ts";

const { site } = surroundings;
const { survival } = english;

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();
/** An abbreviation is an element of its own, around which a text has no space. */
const said = (html: string) => oneLine(textOf(html.replace(/<\/?abbr[^>]*>/g, "")));

/** No text of their own: they lead somewhere, choose a mark, or are a place on an axis. */
const unsaid = [
  ...["href", "publication", "key", "cohort", "product", "group", "what", "outcome"],
  ...["place", "side", "ticks", "goesOn", "apart", "count"],
];

/** Every text of a part, whatever its depth. */
function textsOf(value: unknown, name = ""): string[] {
  if (unsaid.includes(name)) return [];
  if (typeof value === "string") return value === "" ? [] : [oneLine(value)];
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, name));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsOf(one, key));
}

/** Every address of a part. */
function hrefsOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    (key === "href" || key === "publication") && typeof one === "string" ? [one] : hrefsOf(one),
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

  it.each(parts)("has in its part %s all that is sent of it", (part) => {
    for (const row of rows) {
      const text = said(openedRow(row, part));
      const { ruler, ...of } = { ruler: null, ...row[part] };
      for (const one of [...textsOf(row.head), ...textsOf(of)]) {
        expect(text, row.outcome).toContain(one);
      }
      for (const { product, months, interval, followed, trial } of ruler?.medians ?? []) {
        const small = [interval && survival.range(interval), trial].filter(Boolean).join(" ");
        // After a link a text has a space.
        const line = `${product} ${survival.months(months)} ${small}${followed && `, ${followed}`}`;
        expect(text.replaceAll(" ,", ",")).toContain(line);
      }
    }
  });

  it("leads out of the page only in tabs that cannot reach back", () => {
    for (const row of rows) {
      const html = parts.map((part) => openedRow(row, part)).join("");
      for (const [link, href] of html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>/g)) {
        expect(link).toContain('target="_blank" rel="noopener noreferrer"');
        expect(href).toMatch(/^(https:|file:)/);
      }
      for (const href of hrefsOf([row.products, row.trials, row.sources])) {
        expect(html).toContain(`href="${escaped(href)}"`);
      }
      for (const { lines } of row.trials.tables) {
        for (const { cohort, publication } of lines) {
          if (publication === null) expect(html).toContain(`${site}/v1/cohorts/${cohort}"`);
        }
      }
    }
  });
});

describe("the way to explore an outcome", () => {
  const row = openedOf(made({ outcome: "orr" }));

  it("is not there for a patient, whose question no link holds", () => {
    const loaded = answerTo("lines=2", { forPatient: ofPatient(patient) });
    const html = openedRow(row, "sure", { loaded });
    expect(html).toContain(`href="${site}/methods#model"`);
    expect(html).not.toContain("/explore");
  });
});
