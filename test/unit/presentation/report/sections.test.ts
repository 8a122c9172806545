/** What each section of the text holds, beside the sentences of an outcome. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { comparisons } from "#data/generated/collections.ts";
import { details } from "#data/generated/details.ts";
import { type Block, type Document, textOf } from "#presentation/document/document.ts";
import { reportOf } from "#presentation/report/report.ts";
import { sideBySideOf } from "#presentation/report/side-by-side.ts";
import { displayedRate } from "#presentation/statement/figures.ts";
import { sideBySide } from "#presentation/statement/side-by-side.ts";
import { english } from "#presentation/words/catalogue.ts";
import { productName } from "#presentation/words/product-name.ts";
import { rangeOf100, rateOf100 } from "#presentation/words/rates.ts";
import { ofClasses } from "#server/answers/class-answer.ts";
import { fullAnswer } from "#server/answers/full-answer.ts";
import { reportParts } from "#server/answers/report.ts";
import { reportLinks } from "#server/answers/report-links.ts";
import { asked } from "../../../support/queries.ts";
import { asText } from "../../../support/report-as-text.ts";
import { linesIn, partsOf } from "../../../support/reports.ts";
import { found } from "../../data/files.ts";

const form = {
  ...({ extent: "whole" } as const),
  ...{ own: "https://a.example/report", citation: "To be cited." },
};

function report(question: string, over: Partial<Parameters<typeof reportParts>[1]> = {}) {
  const answer = fullAnswer(asked(question, dataset), question);
  const document = reportOf(reportParts(answer, { ...form, ...over }, english), english);
  const blocksOf = (id: string): readonly Block[] =>
    document.sections.find((section) => section.id === id)?.blocks ?? [];
  const linesOf = (id: string) => linesIn(blocksOf(id)).map(textOf);
  const opening = linesIn(document.opening).map(textOf);
  const idsOf = () => document.sections.map(({ id }) => id);
  return { answer: ofClasses(answer), document, opening, linesOf, idsOf };
}

describe("the report of the default question", () => {
  const { answer, document, opening, linesOf, idsOf } = report("");

  it("has every section in the order of the list, and fewer for others", () => {
    const { holds: _, ...whole } = english.report.headings;
    expect(idsOf()).toEqual(Object.keys(whole));
    const short = report("", { extent: "short" });
    expect(short.idsOf()).toEqual(["holds", "method", "references", "take"]);
    // Page one is the same.
    expect(short.opening).toEqual(opening);
  });

  it("has both rates of every outcome with a number, on page one and below, and its picture", () => {
    for (const row of answer.outcomes) {
      const [part] = partsOf(document, row.outcome);
      // Where there is room all are open; on a phone none.
      const seen = (part?.blocks ?? []).flatMap((block) =>
        block.kind === "part" && block.folded === "narrow" ? block.blocks : block,
      );
      const rates = answer.groups.flatMap((group) => displayedRate(row.pools[group]) ?? []);
      expect(seen.some(({ kind }) => kind === "figure")).toBe(rates.length > 0);
      const said = linesIn(part?.blocks ?? [])
        .map(textOf)
        .join("\n");
      for (const { estimate, interval } of rates) {
        expect(said, row.outcome).toContain(`${rateOf100(estimate)} of 100`);
        expect(opening, row.outcome).toContain(
          `${rateOf100(estimate)} ${rangeOf100(interval).slice(1, -1)}`,
        );
      }
    }
  });

  it("has a source beside every product that is counted, on page one and below", () => {
    const counted = answer.outcomes.flatMap(({ pools }) =>
      Object.values(pools).flatMap(({ products }) =>
        products.flatMap(({ product, events, n }) =>
          events === null || n === null ? [] : `${productName(product)} ${events} of ${n}`,
        ),
      ),
    );
    const lines = linesIn(document.opening);
    for (const text of counted) {
      const [line] = lines.filter((one) => textOf(one) === text);
      expect(line?.cited.length, text).toBeGreaterThan(0);
    }
  });

  it("has no note of those who entered the data", () => {
    const all = linesIn([
      ...document.opening,
      ...document.sections.flatMap(({ blocks }) => blocks),
    ]).map(textOf);
    const notes = Object.values(details).flatMap(({ notes: own }) => own ?? []);
    const ofStudies = comparisons.flatMap(({ notes: own }) => own ?? []);
    expect(notes.length + ofStudies.length).toBeGreaterThan(20);
    for (const note of [...notes, ...ofStudies]) expect(all.join("\n")).not.toContain(note);
  });

  it("names every cohort of the data, in the answer or left out", () => {
    const { included, excluded } = answer.selection;
    expect(included.length + excluded.length).toBe(dataset.cohorts.length);
    expect(linesOf("studies")).toEqual(expect.arrayContaining(included.map(({ label }) => label)));
    const left = linesOf("left-out").join("\n");
    for (const { label } of excluded) expect(left).toContain(label);
  });
});

describe("the report of many outcomes", () => {
  const harms = report("outcome=toxicity");
  const rowsOf = ({ opening }: Document) => {
    const table = opening.find((block) => block.kind === "table");
    return new Map(table?.groups.flatMap(({ rows }) => rows).map((row) => [textOf(row.name), row]));
  };

  it("names the products of more than two trials on page one, and has their counts below", () => {
    const [row] = [...rowsOf(harms.document)].flatMap(([name, own]) =>
      name.startsWith("Severe CRS") ? own : [],
    );
    const [carT] = found(row, "severe CRS").cells;
    const [number] = Array.isArray(carT) ? carT : [];
    expect(number?.beneath?.map(textOf)).toEqual(["5–35 in 4 trials", "ide-cel, cilta-cel"]);
    const [part] = partsOf(harms.document, "crs-3");
    expect(part).toMatchObject({ folded: "screen" });
    const below = linesIn(part?.blocks ?? []).map(textOf);
    expect(below).toEqual(expect.arrayContaining(["ide-cel 9 of 161 (6 of 100, 2–22):"]));
  });

  it("has the counts of one or two trials on page one, and of every outcome in short", () => {
    expect(harms.opening).toContain("ide-cel 37 of 161");
    expect(report("outcome=toxicity", { extent: "short" }).opening).toContain("ide-cel 9 of 161");
  });

  it("has no part of what no source reports, but its name", () => {
    expect(partsOf(harms.document, "iec-hs")).toEqual([]);
    expect(harms.opening.join()).toContain("Not reported in our sources: ");
  });

  it("has every month that was asked, in its table or on page one", () => {
    const asks = "outcome=pfs-6,pfs-12,pfs-15,pfs-18,pfs-24,pfs-36";
    const names = [...rowsOf(report(asks).document).keys()].join();
    for (const month of [15, 36]) expect(names).toContain(`Progression-free at ${month} months`);
    expect(names).not.toContain("at 12 months");
  });
});

it("a question without an answer says so, and lists no study", () => {
  const { opening, idsOf } = report("prior-lines=90-");
  expect(opening).toContain(english.report.short.nothing);
  expect(idsOf()).not.toContain("studies");
});

describe("groups side by side", () => {
  function textOfGroups(question: string) {
    const { comparison } = fullAnswer(asked(question, dataset));
    const links = reportLinks(comparison.query, comparison.canonical, form);
    const answer = sideBySide(comparison, english);
    const document: Document = sideBySideOf(
      { answer, byProduct: null, citation: "To be cited.", links },
      english,
    );
    return { comparison, said: asText(document).replace(/\s+/g, " ") };
  }

  it.each(["compare=product&outcome=orr,crs-3", "compare=age:62&outcome=orr,pfs-12"])(
    "have each its number, its cohorts, and what may confound them: %s",
    (question) => {
      const { comparison, said } = textOfGroups(question);
      const { selection, outcomes } = comparison;
      expect(said).toContain(english.report.sideBySide.confounded);
      for (const { label } of selection.included) expect(said).toContain(label);
      for (const pool of outcomes.flatMap(({ pools }) => Object.values(pools))) {
        const shown = displayedRate(pool);
        if (shown) expect(said).toContain(`${rateOf100(shown.estimate)} (`);
      }
    },
  );
});
