/** Properties of the brief of any question, in both depths. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { asText } from "#presentation/brief/as-text.ts";
import { briefOf } from "#presentation/brief/brief.ts";
import { type Brief, depths } from "#presentation/brief/parts.ts";
import { shownRate } from "#presentation/view/shown-numbers.ts";
import { english } from "#presentation/words/catalogue.ts";
import { rangeOf100, rateOf100 } from "#presentation/words/rates.ts";
import { advice } from "../../../support/advice.ts";
import { answerTo, linesOf, sentencesOf } from "../../../support/briefs.ts";
import { anyQuery } from "../../../support/queries.ts";

function everyBrief(check: (brief: Brief) => void, numRuns = 60): void {
  fc.assert(
    fc.property(anyQuery(dataset), fc.constantFrom(...depths), (query, depth) =>
      check(briefOf(answerTo(query), depth, english)),
    ),
    { numRuns },
  );
}

/** Removes names of cohorts, because numbers in them are not counts. */
function withoutLabels(sentence: string): string {
  return dataset.cohorts.reduce((text, { label }) => text.replaceAll(label, "…"), sentence);
}

describe("the brief of any question", { timeout: 60_000 }, () => {
  it("holds no value that was never turned into words, and no empty sentence", () => {
    everyBrief((brief) => {
      expect(asText(brief)).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
      for (const sentence of sentencesOf(brief)) {
        expect(sentence.trim()).toBe(sentence);
        expect(sentence).toMatch(/[\p{L}\p{N}]/u);
        expect(sentence).not.toMatch(/ {2}|\(\)|: ?[.;]|, ?[.,;]|\.\.$|^[.,;:]/);
      }
      for (const { blocks } of brief.sections) expect(blocks.length).toBeGreaterThan(0);
    });
  });

  it("advises nothing", () => {
    everyBrief((brief) => {
      for (const sentence of sentencesOf(brief)) expect(sentence).not.toMatch(advice);
    }, 150);
  });

  it("never takes the absence of proof for a proof of absence", () => {
    everyBrief((brief) => {
      for (const sentence of sentencesOf(brief)) {
        expect(sentence).not.toMatch(/no (?:significant )?difference|equivalent|similar|as good/i);
      }
    });
  });

  it("uses every reference it lists and lists every one it uses, each source once", () => {
    everyBrief((brief) => {
      const used = new Set(linesOf(brief).flatMap(({ cited }) => cited.map((one) => one.number)));
      const listed = brief.references.map(({ number }) => number);
      expect(listed).toEqual(listed.map((_, index) => index + 1));
      expect([...used].sort((a, b) => a - b)).toEqual(listed);
      const sources = brief.references.map(({ text, href }) => `${text} ${href}`);
      expect(new Set(sources).size).toBe(sources.length);
    });
  });

  it("counts one thing as one and several as several", () => {
    everyBrief((brief) => {
      for (const sentence of sentencesOf(brief).map(withoutLabels)) {
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
        const { sections } = briefOf(answer, "specialist", english);
        for (const row of answer.outcomes) {
          const own = sections.find(({ heading }) => heading.startsWith(row.label));
          const lines = (own?.blocks ?? []).flatMap((block) =>
            block.kind === "paragraph" ? block.lines : block.items,
          );
          const texts = lines.map(({ text }) => text);
          for (const group of answer.groups) {
            const { studies } = row.pools[group];
            const shown = shownRate(row.pools[group]);
            if (shown === null) continue;
            const { estimate, interval } = shown;
            const [first, second] = row.pools[group].products;
            const name = group === "car-t" ? "CAR-T" : "bispecific";
            const names = first && !second ? [first.product, name] : [name];
            const range = rangeOf100(interval).slice(1, -1);
            const said = texts.filter((text) => text.endsWith(` interval ${range}).`));
            const rate = ` ${rateOf100(estimate)} of 100 `;
            expect(
              said.some((text) => names.some((one) => text.includes(one)) && text.includes(rate)),
            ).toBe(true);
            for (const { label, product, events, n } of studies) {
              const [line] = texts.filter((text) => text.startsWith(`${label}, ${product}: `));
              if (events !== null) expect(line).toContain(`: ${events} of ${n}, `);
              else
                expect(line).toMatch(n === null ? /not given/ : new RegExp(`\\), ${n} patients;`));
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("has lines that fit, unless a single word does not", () => {
    everyBrief((brief) => {
      for (const line of asText(brief).split("\n")) {
        const words = line.trim().split(" ");
        if (line.length > 80 && !/^(?:This brief|The same|The answer)/.test(line)) {
          // One long word after a mark, or a long heading, cannot be wrapped.
          expect(words.length <= 3 || brief.sections.some((one) => one.heading === line)).toBe(
            true,
          );
        }
      }
    }, 50);
  });

  it("is the same text for the same question", () => {
    fc.assert(
      fc.property(anyQuery(dataset), fc.constantFrom(...depths), (query, depth) => {
        const make = () => asText(briefOf(answerTo(query), depth, english));
        expect(make()).toBe(make());
      }),
      { numRuns: 20 },
    );
  });
});
