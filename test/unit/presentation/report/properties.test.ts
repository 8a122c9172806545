/** Properties of the text of any question. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAsked } from "#core/answer/checks.ts";
import { dataset } from "#core/dataset.ts";
import { type Document, textOf } from "#presentation/report/document.ts";
import { displayedRate } from "#presentation/statement/displayed-rate.ts";
import type { ApiRow } from "#presentation/words/api-answer.ts";
import { english } from "#presentation/words/catalogue.ts";
import { productName } from "#presentation/words/product-name.ts";
import { rangeOf100, rateOf100 } from "#presentation/words/rates.ts";
import { advice } from "../../../support/advice.ts";
import { anyQuery } from "../../../support/queries.ts";
import { asText } from "../../../support/report-as-text.ts";
import {
  answerTo,
  linesIn,
  linesOf,
  partsOf,
  referencesOf,
  sentencesOf,
  textOfAnswer,
  wholeText,
} from "../../../support/reports.ts";
import { runs } from "../../../support/sample.ts";

/** Without what others printed, whose words are theirs. */
function everyText(check: (document: Document) => void, whole = 60): void {
  fc.assert(
    fc.property(anyQuery(dataset), (query) => check(textOfAnswer(answerTo(query)))),
    { numRuns: runs(whole) },
  );
}

/** Removes names of cohorts, because numbers in them are not counts. */
function withoutLabels(sentence: string): string {
  return dataset.cohorts.reduce((text, { label }) => text.replaceAll(label, "…"), sentence);
}

/** `222 of 337`, of every object of an answer with both. */
function countsIn(answer: object): Set<string> {
  const found = new Set<string>();
  JSON.stringify(answer, (_key, value) => {
    if (typeof value?.events === "number") found.add(`${value.events} of ${value.n}`);
    return value;
  });
  return found;
}

/** Of the trials of a pool, and of the checks of a difference. */
function countsOfEvidence({ pools, contrasts }: ApiRow): string[] {
  const checks = contrasts.flatMap((one) => one.checks ?? []);
  const asked = checks.filter(isAsked);
  const holds = asked.filter(({ status }) => status === "holds");
  return [
    ...Object.values(pools).map(({ trials, of }) => `${trials} of ${of}`),
    ...checks.map((one) => `${one.asked} of ${one.total}`),
    `${holds.length} of ${asked.length}`,
  ];
}

describe("the text of any question", { timeout: 60_000 }, () => {
  it("holds no value that was never turned into words, and no empty sentence", () => {
    everyText((document) => {
      expect(asText(document)).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
      for (const sentence of sentencesOf(document)) {
        expect(sentence.trim()).toBe(sentence);
        expect(sentence).toMatch(/[\p{L}\p{N}]|^–$/u);
        expect(sentence).not.toMatch(/ {2}|\(\)|: ?[.;]|, ?[.,;]|\.\.$|^[.,;:]/);
      }
      for (const { blocks } of document.sections) expect(blocks.length).toBeGreaterThan(0);
    });
  });

  it("advises nothing", () => {
    // The doses are those of the labels.
    const ofLabels = english.analyses.checks.name({ check: "dose" });
    everyText((document) => {
      for (const sentence of sentencesOf(document)) {
        if (sentence !== ofLabels) expect(sentence).not.toMatch(advice);
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
    everyText((document) => {
      for (const sentence of sentencesOf(document).map(withoutLabels)) {
        expect(sentence).not.toMatch(
          /(?<![\d.–])1 (?:(?:selected|CAR-T|bispecific) ){0,2}(?:cohorts|patients|months)\b/,
        );
        expect(sentence).not.toMatch(
          /\b(?:0|[2-9]|\d{2,}) (?:(?:selected|CAR-T|bispecific) ){0,2}(?:cohort|patient|month)\b(?!-years)/,
        );
      }
    });
  });

  it("gives every class and every cohort its own numbers", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        const answer = answerTo(query);
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
            const range = rangeOf100(interval).slice(1, -1);
            const said = texts.filter((text) => text.endsWith(` interval ${range}).`));
            const rate = ` ${rateOf100(estimate)} of 100 `;
            expect(
              said.some((text) => names.some((one) => text.includes(one)) && text.includes(rate)),
            ).toBe(true);
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
        const answer = answerTo(query);
        const document = textOfAnswer(answer);
        for (const row of answer.outcomes) {
          const known = new Set([...countsIn(row), ...countsOfEvidence(row)]);
          const said = linesIn(partsOf(document, row.outcome)).map(textOf).join("\n");
          for (const [text, events, n] of said.matchAll(/(?<![\d.])(\d+) of (\d+)(?![\d.])/g)) {
            const isRate = n === "100";
            const isKnown = known.has(`${events} of ${n}`) || JSON.stringify(row).includes(text);
            expect([row.outcome, text, isRate || isKnown]).toEqual([row.outcome, text, true]);
          }
        }
      }),
      { numRuns: runs(40) },
    );
  });

  it("is the same text for the same question", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        const make = () => asText(wholeText(query));
        expect(make()).toBe(make());
      }),
      { numRuns: runs(20) },
    );
  });
});
