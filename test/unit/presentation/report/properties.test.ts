/** Properties of the text of any question. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Row } from "#core/answer/answer.ts";
import { isAsked } from "#core/answer/checks.ts";
import { dataset } from "#core/dataset.ts";
import { type Block, type Document, textOf } from "#presentation/document/document.ts";
import { displayedRate } from "#presentation/statement/figures.ts";
import { notesOfRow } from "#presentation/statement/notes.ts";
import { english } from "#presentation/words/catalogue.ts";
import { productName } from "#presentation/words/product-name.ts";
import { rangeOf100, rateOf100 } from "#presentation/words/rates.ts";
import { compareWithSources } from "#server/answers/class-answer.ts";
import { advice } from "../../../support/advice.ts";
import { anyQuery } from "../../../support/queries.ts";
import { runs } from "../../../support/sample.ts";
import { asHtml, linesIn, linesOf, sentencesOf, textOfAnswer, wholeText } from "./texts.ts";

/** Without what others printed, whose words are theirs. */
function everyText(check: (document: Document) => void, whole = 60): void {
  fc.assert(
    fc.property(anyQuery(dataset), (query) => check(textOfAnswer(compareWithSources(query)))),
    { numRuns: runs(whole) },
  );
}

function partsOf({ sections }: Document, id: string): Extract<Block, { kind: "part" }>[] {
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === "part" && block.id === id ? [block] : []));
}

/** The line of each source, in the order of its number. */
function referencesOf({ sections }: Document): string[] {
  const listed = sections.find(({ id }) => id === "references")?.blocks ?? [];
  return linesIn(listed.flatMap((one) => (one.kind === "part" ? one.blocks : one))).map(textOf);
}

/** Removes names of cohorts, because numbers in them are not counts. */
function withoutLabels(sentence: string): string {
  return dataset.cohorts.reduce((text, { label }) => text.replaceAll(label, "…"), sentence);
}

/** `222 of 337` patients and `3 of 5` trials, of every object of an answer with both. */
function countsIn(answer: object): Set<string> {
  const found = new Set<string>();
  JSON.stringify(answer, (_key, value) => {
    if (typeof value?.events === "number") found.add(`${value.events} of ${value.n}`);
    if (typeof value?.trials === "number") found.add(`${value.trials} of ${value.of}`);
    return value;
  });
  return found;
}

/** Of the products of a pool, of the checks of a difference, and of the grades that are counted. */
function countsOfEvidence({ pools, contrasts, grades }: Row): string[] {
  const checks = contrasts.flatMap((one) => one.checks ?? []);
  const asked = checks.filter(isAsked);
  const holds = asked.filter(({ status }) => status === "holds");
  return [
    ...Object.values(pools).map(
      ({ products, missing }) => `${products.length} of ${products.length + missing.length}`,
    ),
    // Trials of fewer than 30 patients stand beside the number with their counts.
    ...Object.values(pools).map(({ k, of, smaller = [] }) => `${k} of ${of - smaller.length}`),
    ...checks.map((one) => `${one.asked} of ${one.total}`),
    `${holds.length} of ${asked.length}`,
    `${asked.length - holds.length} of ${asked.length}`,
    `${grades?.withDeaths} of ${grades?.trials}`,
    `${grades?.notReported} of ${grades?.trials}`,
  ];
}

describe("the text of any question", { timeout: 60_000 }, () => {
  it("holds no value that was never turned into words, and no empty sentence", () => {
    everyText((document) => {
      expect(asHtml(document)).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
      for (const sentence of sentencesOf(document)) {
        expect(sentence.trim()).toBe(sentence);
        expect(sentence).toMatch(/[\p{L}\p{N}]|^–$/u);
        expect(sentence).not.toMatch(/ {2}|\(\)|: ?[.;]|, ?[.,;]|\.\.$|^[.,;:]/);
        expect(sentence).not.toMatch(/not compared.*not compared/i);
      }
      for (const { blocks } of document.sections) expect(blocks.length).toBeGreaterThan(0);
    });
  });

  it("advises nothing", () => {
    // The doses are those of the labels.
    const ofLabels = english.analyses.checks.name({ check: "dose", of: null });
    everyText((document) => {
      for (const sentence of sentencesOf(document)) {
        expect(sentence.replace(ofLabels, "")).not.toMatch(advice);
      }
    }, 150);
  });

  it("never takes the absence of proof for a proof of absence", () => {
    everyText((document) => {
      for (const sentence of sentencesOf(document)) {
        expect(sentence).not.toMatch(/no (?:significant )?difference|equivalent|similar|as good/i);
      }
    });
  });

  it("uses every reference it lists and lists every one it uses, each source once", () => {
    everyText((document) => {
      const used = new Set(
        linesOf(document).flatMap(({ cited }) => cited.map((one) => one.number)),
      );
      const listed = referencesOf(document);
      expect([...used].sort((a, b) => a - b)).toEqual(listed.map((_, index) => index + 1));
      expect(new Set(listed).size).toBe(listed.length);
    });
  });

  it("counts one thing as one and several as several", () => {
    const of = "(?:(?:selected|CAR-T|bispecific) ){0,2}";
    const one = new RegExp(`(?<![\\d.–])1 ${of}(?:trials|studies|checks|patients|months)\\b`);
    const several = new RegExp(
      `(?<!phase )\\b(?:0|[2-9]|\\d{2,}) ${of}(?:trial|study|check|patient|month)\\b(?!-years)`,
    );
    everyText((document) => {
      for (const sentence of sentencesOf(document).map(withoutLabels)) {
        expect(sentence).not.toMatch(one);
        expect(sentence).not.toMatch(several);
      }
    });
  });

  it("gives every class and every cohort its own numbers", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        const answer = compareWithSources(query);
        const document = textOfAnswer(answer);
        for (const row of answer.outcomes) {
          const texts = linesIn(partsOf(document, row.outcome)).map(textOf);
          for (const group of answer.groups) {
            const { studies } = row.pools[group];
            const shown = displayedRate(row.pools[group]);
            if (shown === null) continue;
            const { estimate, interval } = shown;
            const [first, second] = row.pools[group].products;
            const name = group === "car-t" ? "CAR-T" : "bispecific";
            const names = first && !second ? [productName(first.product), name] : [name];
            const { events: allEvents, n: all } = row.pools[group];
            const rate =
              row.shownAs === "counts"
                ? `${allEvents} of ${all} (`
                : `${rateOf100(estimate)} of 100 ${rangeOf100(interval)}`;
            const said = texts.filter((text) =>
              names.some((one) => text.toLowerCase().startsWith(one.toLowerCase())),
            );
            expect(said.join("\n")).toContain(` ${rate}`);
            for (const { label, product, events, n } of studies) {
              const [line] = texts.filter((text) =>
                text.startsWith(`${label}, ${productName(product)}: `),
              );
              if (events !== null) expect(line).toContain(`: ${events} of ${n}, `);
              else
                expect(line).toMatch(n === null ? /not given/ : new RegExp(`\\), ${n} patients;`));
            }
          }
        }
      }),
      { numRuns: runs(40) },
    );
  });

  it("has no count that the answer has not", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        const answer = compareWithSources(query);
        const document = textOfAnswer(answer);
        for (const row of answer.outcomes) {
          const known = new Set([...countsIn(row), ...countsOfEvidence(row)]);
          const notes = notesOfRow(row, answer, english).map(({ text }) => text);
          for (const said of linesIn(partsOf(document, row.outcome)).map(textOf)) {
            if (notes.includes(said)) continue;
            const counts = said.matchAll(/(?<![\d.])\d+ of (\d+)(?![\d.])/g);
            const unknown = [...counts].filter(([text, n]) => n !== "100" && !known.has(text));
            expect(unknown.map(([text]) => `${text} in ${said}`)).toEqual([]);
          }
        }
      }),
      { numRuns: runs(40) },
    );
  });

  it("is the same text for the same question", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        const make = () => asHtml(wholeText(query));
        expect(make()).toBe(make());
      }),
      { numRuns: runs(20) },
    );
  });
});
