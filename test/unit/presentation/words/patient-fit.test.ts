/** The first line of a patient: it claims what was judged, and its numbers add up. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import type { FitCounts } from "#core/evidence/eligibility.ts";
import { traits } from "#core/question/patient.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { patientTexts as words } from "#presentation/words/patient.ts";
import { earlierText } from "#presentation/words/subgroups.ts";
import { earlierFor, fitFor } from "../../../support/for-patient.ts";
import { anyQuery } from "../../../support/queries.ts";
import { anyPatient } from "../../core/any-patient.ts";

/** Trials that hold the patient, that do not, and that do not say, as a sentence counts them. */
function countedIn(sentence: string): Omit<FitCounts, "all"> {
  const open = Number(
    /; (?:\S+ )*not found for (\d+) more trials?(?:[;.]|$)/.exec(sentence)?.[1] ?? 0,
  );
  const [, fitCount, total] = /(\d+|none) of (\d+) trials?/.exec(sentence) ?? [];
  const of = Number(total);
  const within = fitCount === "none" ? 0 : Number(fitCount);
  return { within, outside: of - within, "not-reported": open };
}

/** A question with trials, of which nothing else is to be said. */
const plain = {
  noun: "trial",
  none: "",
  earlier: { none: "", had: "", unknown: "" },
  refractory: "",
  linesUnknown: "",
  unlabelled: "",
  reported: [],
} as const;

describe("the first line of any patient", () => {
  const any = fc.tuple(anyQuery(dataset, "any"), anyPatient, fc.subarray([...traits]));

  it("counts every trial once, by ages and lines, and by earlier therapy", () => {
    fc.assert(
      fc.property(any, ([query, patient]) => {
        const question = canonicalQuery(query, dataset);
        const fit = fitFor(question, patient);
        const { priorBcma } = patient;
        const earlier = earlierFor(question, patient);
        const ofRanges = words
          .fit(fit, { ...patient, traits: [] }, plain)
          .split(". ")
          .find((text) => /within what is reported/.test(text));
        const ofEarlier =
          earlier === null ? undefined : earlierText(priorBcma ?? [], earlier, "trial", []);
        for (const [counts, sentence] of [
          [fit.ranges.counts, ofRanges],
          [
            earlier?.counts ?? null,
            ofEarlier?.endsWith(": number of such patients not found.") ? undefined : ofEarlier,
          ],
        ] as const) {
          if (counts === null || counts.all === 0) continue;
          const { all: _, ...by } = counts;
          // Nothing is said that no trial was judged by.
          expect(sentence !== undefined).toBe(by.within + by.outside > 0);
          if (sentence !== undefined) expect(countedIn(sentence)).toEqual(by);
        }
      }),
    );
  });

  it("names as judged only what a trial reports, and every other thing as not found", () => {
    const names = [
      "extramedullary",
      "cytogenetic",
      "clearance",
      "triple-class",
      "lenalidomide",
      "frailty",
    ];
    fc.assert(
      fc.property(any, ([query, patient, had]) => {
        const fit = fitFor(canonicalQuery(query, dataset), patient);
        const line = words.fit(fit, { ...patient, traits: had }, plain);
        // Without a trial nothing can be known of the fit.
        if (fit.ranges.counts.all === 0) {
          expect(line).toBe("");
          return;
        }
        const [unknown = ""] =
          /(?:[^.]*: ranges not found\.)?(?:[^.]*: groups not found\.)?$/.exec(line) ?? [];
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
