/** What each section of the text holds, beside the sentences of an outcome. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { comparisons } from "#data/generated/collections.ts";
import { details } from "#data/generated/details.ts";
import { type Block, textOf } from "#presentation/document/document.ts";
import { reportOf } from "#presentation/report/report.ts";
import { english } from "#presentation/words/catalogue.ts";
import { ofClasses } from "#server/answers/class-answer.ts";
import { fullAnswer } from "#server/answers/full-answer.ts";
import { reportParts } from "#server/answers/report.ts";
import { asked } from "../../../support/queries.ts";
import { linesIn } from "./texts.ts";

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
