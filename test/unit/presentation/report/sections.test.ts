/** What each section of the text holds, beside the sentences of an outcome. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { type Block, type Document, textOf } from "#presentation/report/document.ts";
import { reportOf } from "#presentation/report/report.ts";
import { sideBySideOf } from "#presentation/report/side-by-side.ts";
import { displayedRate } from "#presentation/statement/figures.ts";
import { sideBySide } from "#presentation/statement/side-by-side.ts";
import { english } from "#presentation/words/catalogue.ts";
import { rateOf100 } from "#presentation/words/rates.ts";
import { ofClasses } from "#server/answers/class-answer.ts";
import { fullAnswer } from "#server/answers/full-answer.ts";
import { reportParts } from "#server/answers/report.ts";
import { reportLinks } from "#server/answers/report-links.ts";
import { asked } from "../../../support/queries.ts";
import { asText } from "../../../support/report-as-text.ts";
import { linesIn, partsOf } from "../../../support/reports.ts";

const form = {
  ...({ extent: "whole", sorting: "class" } as const),
  ...{ own: "https://a.example/report", citation: "To be cited." },
};

function report(question: string, over: Partial<Parameters<typeof reportParts>[1]> = {}) {
  const answer = fullAnswer(asked(question, dataset), question);
  const document = reportOf(reportParts(answer, { ...form, ...over }, english), english);
  const blocksOf = (id: string): readonly Block[] =>
    document.sections.find((section) => section.id === id)?.blocks ?? [];
  const linesOf = (id: string) => linesIn(blocksOf(id)).map(textOf);
  const idsOf = () => document.sections.map(({ id }) => id);
  return { answer: ofClasses(answer), document, linesOf, idsOf };
}

describe("the report of the default question", () => {
  const { answer, document, linesOf, idsOf } = report("");

  it("has every section in the order of the list, and fewer for others", () => {
    expect(idsOf()).toEqual(Object.keys(english.report.headings));
    expect(report("", { extent: "short" }).idsOf()).toEqual(["short", "take"]);
  });

  it("has both rates of every outcome with a number, in the table and below, and its picture", () => {
    const short = linesOf("short").join("\n");
    for (const row of answer.outcomes) {
      const [part] = partsOf(document, row.outcome);
      const isFirst = row === answer.outcomes[0];
      // Where there is room all are open; on a phone only that of the first outcome.
      const seen = (part?.blocks ?? []).flatMap((block) =>
        !isFirst && block.kind === "part" && block.folded === "narrow" ? block.blocks : block,
      );
      const rates = answer.groups.flatMap((group) => displayedRate(row.pools[group]) ?? []);
      expect(seen.some(({ kind }) => kind === "figure")).toBe(rates.length > 0);
      const said = linesIn(part?.blocks ?? [])
        .map(textOf)
        .join("\n");
      for (const { estimate } of rates) {
        expect(said, row.outcome).toContain(`${rateOf100(estimate)} of 100`);
        expect(short, row.outcome).toContain(`${rateOf100(estimate)} (`);
      }
    }
  });

  it("names every cohort of the data, in the answer or left out", () => {
    const { included, excluded } = answer.selection;
    expect(included.length + excluded.length).toBe(dataset.cohorts.length);
    expect(linesOf("studies")).toEqual(expect.arrayContaining(included.map(({ label }) => label)));
    const left = linesOf("left-out").join("\n");
    for (const { label } of excluded) expect(left).toContain(label);
  });
});

it("only the report of one outcome has the range without any one trial, which takes long", () => {
  const without = /With any one trial left out: \d/;
  expect(report("outcome=orr").linesOf("holds").join()).toMatch(without);
  expect(report("outcome=orr,crs-3").linesOf("holds").join()).not.toMatch(without);
});

it("a question without an answer says so, and lists no study", () => {
  const { linesOf, idsOf } = report("prior-lines=90-");
  expect(linesOf("short")).toContain(english.report.short.nothing);
  expect(idsOf()).not.toContain("studies");
});

describe("groups side by side", () => {
  function textOfGroups(question: string) {
    const { comparison } = fullAnswer(asked(question, dataset));
    const links = reportLinks(comparison.query, comparison.canonical, form);
    const answer = sideBySide(comparison, english);
    const document: Document = sideBySideOf({ answer, citation: "To be cited.", links }, english);
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

  it("are named with their product where they have only one", () => {
    const { comparison, said } = textOfGroups(
      "compare=lines&lines=any&product=cilta-cel,teclistamab&outcome=orr",
    );
    const pools = Object.values(comparison.outcomes[0]?.pools ?? {});
    const named = pools.flatMap(({ products: [only, another] }) =>
      only && !another ? only.product : [],
    );
    expect(named).not.toEqual([]);
    const classes = Object.values(english.screen.className).join("|");
    for (const product of named) expect(said).toMatch(new RegExp(`(?:${classes}), ${product}`));
  });
});
