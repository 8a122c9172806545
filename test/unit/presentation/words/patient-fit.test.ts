/** The first line of a patient: it claims what was judged, and its numbers add up. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import type { FitCounts } from "#core/evidence/eligibility.ts";
import { traits } from "#core/question/patient.ts";
import { canonicalQuery, isAskable } from "#core/question/query-text.ts";
import { patient as words } from "#words/patient.ts";
import { fitFor, patient } from "../../../support/for-patient.ts";
import { anyQuery } from "../../../support/queries.ts";
import { anyPatient } from "../../core/any-patient.ts";

/** Trials that hold the patient, that do not, and that do not say, as a sentence counts them. */
function countedIn(sentence: string, all: number): Omit<FitCounts, "all"> {
  const open = Number(/; (\d+) (?:reports? no|do(?:es)? not)/.exec(sentence)?.[1] ?? 0);
  const some = /(\d+) of (\d+) trials|all (\d+) trials|(1 trial)|the only (trial)/.exec(sentence);
  const isHeld = /lies? within|: (?:such patients|patients after each)/.test(sentence);
  const [, held, told, none] = some ?? [];
  const of = Number(told ?? none ?? (some?.[5] ? all : 1));
  const within = isHeld ? Number(held ?? of) : 0;
  return { within, outside: of - within, "not-reported": open };
}

describe("the first line of any patient", () => {
  const any = fc.tuple(
    anyQuery(dataset, "any").filter((query) => isAskable(query, dataset)),
    anyPatient,
    fc.subarray([...traits]),
  );

  it("counts every trial once, by ages and lines, and by earlier therapy", () => {
    fc.assert(
      fc.property(any, ([query, one]) => {
        const fit = fitFor(canonicalQuery(query, dataset), one);
        const sentences = words.fit(fit, [], "trial").split(". ");
        const ofRanges = sentences.find((text) => /lies? (?:within|outside)/.test(text));
        const ofEarlier = sentences.find((text) =>
          /(?:such patients|patients after (?:each|both)) in/.test(text),
        );
        for (const [counts, sentence] of [
          [fit.ranges.counts, ofRanges],
          [fit.earlier, ofEarlier],
        ] as const) {
          if (counts === null || counts.all === 0) continue;
          const { all, ...by } = counts;
          // Nothing is said that no trial was judged by.
          expect(sentence !== undefined).toBe(by.within + by.outside > 0);
          if (sentence !== undefined) expect(countedIn(sentence, all)).toEqual(by);
        }
      }),
    );
  });

  it("names as judged only what a trial reports, and every other thing as not known", () => {
    const names = ["extramedullary", "cytogenetic", "clearance", "refractory to", "frailty"];
    fc.assert(
      fc.property(any, ([query, one, had]) => {
        const fit = fitFor(canonicalQuery(query, dataset), one);
        const line = words.fit(fit, had, "trial");
        if (fit.ranges.counts.all === 0) {
          expect(line).toBe("No trials of such patients.");
          return;
        }
        const [unknown = ""] = /[^.]*: not known\.$/.exec(line) ?? [];
        const judged = line.slice(0, line.length - unknown.length).toLowerCase();
        for (const name of names) expect(judged).not.toContain(name);
        expect(names.filter((name) => unknown.toLowerCase().includes(name))).toHaveLength(
          had.length,
        );
        for (const name of fit.ranges.unjudged) {
          expect(judged).not.toContain(name === "age" ? "years" : " line");
        }
        expect(line).not.toMatch(/enrolled/);
      }),
    );
  });
});

describe("the first line", () => {
  const counts = (within: number, outside: number, open: number): FitCounts => ({
    within,
    outside,
    "not-reported": open,
    all: within + outside + open,
  });

  it.each([
    [
      counts(2, 4, 3),
      "82 years lies within the ages of 2 of 6 trials that report them; 3 report no ages.",
    ],
    [
      counts(0, 4, 1),
      "82 years lies outside the ages of all 4 trials that report them; 1 reports no ages.",
    ],
    [counts(1, 0, 0), "82 years lies within the ages of the only trial that reports them."],
    [
      counts(0, 1, 2),
      "82 years lies outside the ages of 1 trial that reports them; 2 report no ages.",
    ],
    [counts(0, 0, 2), "82 years: not known."],
  ])("of trials %j: %s", (of, expected) => {
    const one = patient({ age: 82 });
    const fit = fitFor("", one);
    const ranges = {
      ...fit.ranges,
      counts: of,
      without: [],
      bound: null,
      missing: ["age" as const],
    };
    expect(words.fit({ ...fit, ranges }, [], "trial")).toBe(expected);
  });
});
