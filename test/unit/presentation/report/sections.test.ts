/** What each section of the text holds, beside the sentences of an outcome. */
import { describe, expect, it } from "vitest";
import { checkNames } from "#core/answer/check-names.ts";
import { dataset } from "#core/dataset.ts";
import { type Block, type Document, textOf } from "#presentation/report/document.ts";
import { reportOf } from "#presentation/report/report.ts";
import { sideBySideOf } from "#presentation/report/side-by-side.ts";
import { displayedRate } from "#presentation/statement/displayed-rate.ts";
import { hasNumber, isSilent } from "#presentation/statement/figures.ts";
import { english } from "#presentation/words/catalogue.ts";
import { rateOf100 } from "#presentation/words/rates.ts";
import { fullAnswer } from "#server/answers/full-answer.ts";
import { makeComparison } from "#server/answers/make-comparison.ts";
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
  const parts = reportParts(answer, { ...form, ...over }, english);
  const document = reportOf(parts, english);
  const blocksOf = (id: string): readonly Block[] =>
    document.sections.find((section) => section.id === id)?.blocks ?? [];
  const linesOf = (id: string) => linesIn(blocksOf(id)).map(textOf);
  return { parts, document, blocksOf, linesOf, idsOf: () => document.sections.map(({ id }) => id) };
}

const hrefsIn = ({ sections }: Document) =>
  sections.flatMap(({ blocks }) =>
    linesIn(blocks).flatMap(({ pieces }) =>
      pieces.flatMap((piece) => (typeof piece === "string" ? [] : (piece.href ?? []))),
    ),
  );

describe("the report of the default question", () => {
  const { parts, document, linesOf, idsOf } = report("");
  const { comparison } = parts;

  it("has every section in the order of the list, and fewer for others", () => {
    expect(idsOf()).toEqual(Object.keys(english.report.headings));
    expect(report("", { extent: "short" }).idsOf()).toEqual(["short", "take"]);
  });

  it("has both rates of every outcome with a number, in the table and below, and its picture", () => {
    const short = linesOf("short").join("\n");
    for (const row of comparison.outcomes) {
      const [part] = partsOf(document, row.outcome);
      const isFirst = row === comparison.outcomes[0];
      // Where there is room all are open; on a phone only that of the first outcome.
      const seen = (part?.blocks ?? []).flatMap((block) =>
        !isFirst && block.kind === "part" && block.folded === "narrow" ? block.blocks : block,
      );
      expect(seen.some(({ kind }) => kind === "figure")).toBe(hasNumber(row));
      const said = linesIn(part?.blocks ?? [])
        .map(textOf)
        .join("\n");
      for (const group of comparison.groups) {
        const shown = displayedRate(row.pools[group]);
        if (shown === null) continue;
        expect(said, row.outcome).toContain(`${rateOf100(shown.estimate)} of 100`);
        expect(short, row.outcome).toContain(`${rateOf100(shown.estimate)} (`);
      }
    }
  });

  it("has a script that fits them beside all numbers, and beside those of each outcome", () => {
    const scripts = hrefsIn(document).filter((href) => href.startsWith("/v1/reproduce.R"));
    const told = comparison.outcomes.filter(hasNumber).map(({ outcome }) => outcome);
    const asking = (outcome: string) => parts.links.fitted(outcome);
    expect(scripts).toEqual(expect.arrayContaining([parts.links.files.r, ...told.map(asking)]));
  });

  it("says in the table, and in words below, where a row rests on other trials than its whole", () => {
    const marked = comparison.outcomes.flatMap(({ notes }) =>
      notes.filter(({ code }) => code === "other-trials"),
    );
    expect(marked.length).toBeGreaterThan(0);
    expect(linesOf("short")).toEqual(expect.arrayContaining(marked.map(({ label }) => label)));
    expect(linesOf("outcomes")).toEqual(expect.arrayContaining(marked.map(({ text }) => text)));
  });

  it("names every cohort of the data, in the answer or left out with the reason", () => {
    const { included, excluded } = comparison.selection;
    expect(included.length + excluded.length).toBe(dataset.cohorts.length);
    expect(linesOf("studies")).toEqual(expect.arrayContaining(included.map(({ label }) => label)));
    const left = linesOf("left-out").join("\n");
    for (const { label, reason } of excluded) {
      expect(left).toContain(label);
      expect(left).toContain(reason);
    }
  });
});

describe("the report of one outcome", () => {
  const { parts, linesOf } = report("outcome=orr");

  it("has every check with how it ended, the range without any one trial, and the certainty once", () => {
    const [row] = parts.comparison.outcomes;
    const checks = row?.contrasts[0]?.checks ?? [];
    expect(checks.map(({ check }) => check)).toEqual([...checkNames]);
    const said = linesOf("holds");
    for (const one of checks) {
      const { name, status } = english.analyses.checks;
      expect(said).toContain(name(one));
      expect(said[said.indexOf(name(one)) + 1]).toBe(status(one));
    }
    expect(said.join("\n")).toMatch(/Holds in \d of \d checks\. With any one trial left out: \d/);
    expect(said).toContain(english.screen.verdict.certainty("trial"));
  });

  it("has every study that prints a property of patients, with its design and source", () => {
    const said = linesOf("compared").join("\n");
    expect(said).toContain("never pooled");
    expect(parts.subgroups.length).toBeGreaterThan(5);
    for (const study of parts.subgroups.flatMap(({ studies }) => studies)) {
      const name = english.screen.className[study.group];
      expect(said).toContain(`${study.label} ${name} · ${study.design}`);
      for (const { text } of study.outcomes.flatMap(({ levels }) => levels)) {
        expect(said).toContain(text);
      }
      for (const { citation } of study.sources) expect(said).toContain(citation);
    }
  });

  it("has the addresses of what others printed", () => {
    expect(asText(report("outcome=orr").document)).toContain("](https://doi.org/");
  });
});

it("what nobody reports is named, and apart from it what cannot be pooled", () => {
  const { parts, linesOf } = report("outcome=toxicity&product=ide-cel");
  const named = (lead: string) => {
    const line = linesOf("short").find((text) => text.startsWith(lead)) ?? "";
    return line.slice(lead.length, -1).split("; ");
  };
  const isSilentIn = (name: string) => {
    const row = parts.comparison.outcomes.find(
      ({ label, detail }) => [label, detail].filter(Boolean).join(", ") === name.trim(),
    );
    return row && Object.values(row.pools).every(isSilent);
  };
  expect(new Set(named(english.unreported.silent).map(isSilentIn))).toEqual(new Set([true]));
  expect(new Set(named(english.unreported.unpooled).map(isSilentIn))).toEqual(new Set([false]));
});

it("a question without an answer says so", () => {
  const { linesOf, idsOf } = report("prior-lines=90-");
  expect(linesOf("short")).toContain(english.report.short.nothing);
  expect(idsOf()).not.toContain("studies");
});

it("groups side by side have each its number, its cohorts, and what is not pooled", () => {
  const query = asked("compare=product&outcome=orr,crs-3", dataset);
  const comparison = makeComparison(query, english);
  const links = reportLinks(query, comparison.canonical, form);
  const document = sideBySideOf({ comparison, citation: "To be cited.", links }, english);
  const said = asText(document).replace(/\s+/g, " ");
  expect(document.found).toContain(form.own);
  for (const { outcome } of comparison.outcomes) {
    expect(hrefsIn(document)).toContain(links.fitted(outcome));
  }
  expect(said).toContain(english.report.sideBySide.confounded);
  for (const { label } of comparison.selection.included) expect(said).toContain(label);
  for (const row of comparison.outcomes) {
    for (const pool of Object.values(row.pools)) {
      const shown = displayedRate(pool);
      if (shown) expect(said).toContain(`${rateOf100(shown.estimate)} (`);
    }
  }
});

it("a group of one product is named with it", () => {
  const query = asked("compare=lines&lines=any&product=cilta-cel,teclistamab&outcome=orr", dataset);
  const comparison = makeComparison(query, english);
  const links = reportLinks(query, comparison.canonical, form);
  const document = sideBySideOf({ comparison, citation: "To be cited.", links }, english);
  const named = Object.values(comparison.outcomes[0]?.pools ?? {}).flatMap((pool) => {
    const [only, another] = pool.products;
    return only && !another ? only.product : [];
  });
  expect(named).not.toEqual([]);
  const classes = Object.values(english.screen.className).join("|");
  for (const product of named) {
    expect(asText(document)).toMatch(new RegExp(`(?:${classes}), ${product}`));
  }
});
