/** The words of a patient: how far trials reach, whose numbers add up, and a headline that fits a screen. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { makeSubgroupTables } from "#core/others/subgroups.ts";
import { choosePatientQuestion } from "#core/question/for-patient.ts";
import { traits } from "#core/question/patient.ts";
import { formatQuery } from "#core/question/query-text.ts";
import { subgroups } from "#data/generated/collections.ts";
import { makePatientsView } from "#presentation/views/patient.ts";
import { describePatientHeadline } from "#presentation/views/patient-headline.ts";
import { selectGroupsForPatient } from "#presentation/views/select-groups.ts";
import { listEnrolmentSentences } from "#presentation/words/patient.ts";
import { makeDrugLabelTextsForPatient } from "#presentation/words/patient-labels.ts";
import { describeEnrolmentByEarlierTherapy } from "#presentation/words/subgroups.ts";
import { answerClassesInFull } from "#server/answers/compute/full-answer.ts";
import { earlierFor, fitFor, patient } from "../../../support/for-patient.ts";
import { anyQuery, queryOf } from "../../../support/queries.ts";
import { anyPatient } from "../../core/any-patient.ts";

const any = fc.tuple(anyQuery(dataset, "any"), anyPatient, fc.subarray([...traits]));
const nothing = { noun: "trial", enrolment: { none: "", had: "", refractory: "" } } as const;

describe("how far the trials reach", () => {
  it("counts every trial once, by ages and by lines", () => {
    fc.assert(
      fc.property(any, ([query, person]) => {
        const fit = fitFor(formatQuery(query, dataset), person);
        const texts = listEnrolmentSentences(fit, patient(person), nothing);
        const told = fit.numbers.filter(({ counts }) => counts.all > 0);
        expect(texts).toHaveLength(told.length);
        for (const [index, { counts }] of told.entries()) {
          const text = texts[index] ?? "";
          const { within, outside, "not-reported": open } = counts;
          if (within + outside === 0) {
            expect(text).toMatch(/: no trial reports its (?:ages|lines)\.$/);
            continue;
          }
          expect(text).toContain(
            `of ${within || "none"} of ${within + outside} trial${within + outside === 1 ? "" : "s"}`,
          );
          expect(/; (\d+) reports? no /.exec(text)?.[1] ?? "0").toBe(`${open}`);
        }
      }),
    );
  });

  it("counts every trial once by earlier therapy", () => {
    fc.assert(
      fc.property(any, ([query, person]) => {
        const earlier = earlierFor(formatQuery(query, dataset), person);
        if (earlier === null || earlier.counts.all === 0) return;
        const text = describeEnrolmentByEarlierTherapy(
          person.priorBcma ?? [],
          earlier,
          "trial",
          [],
        );
        const { within, outside, "not-reported": open } = earlier.counts;
        if (within + outside === 0) {
          expect(text).toMatch(/: number of such patients not found\.$/);
          return;
        }
        expect(text).toContain(` by ${within || "none"} of ${within + outside} trial`);
        expect(/not found for (\d+) more trials?/.exec(text)?.[1] ?? "0").toBe(`${open}`);
      }),
    );
  });
});

describe("the headline of a patient", () => {
  const tables = makeSubgroupTables(subgroups);
  const views = new Map<string, ReturnType<typeof makePatientsView>>();
  const viewOf = (question: string) => {
    const view =
      views.get(question) ??
      makePatientsView(answerClassesInFull(queryOf(question, dataset)), dataset, tables);
    views.set(question, view);
    return view;
  };

  it.each(["", "availability=eu", "availability=cn", "availability=jp", "product=talquetamab"])(
    "has at most 20 words, no share of trials and no range, of any patient of %j",
    (question) => {
      fc.assert(
        fc.property(anyPatient, fc.subarray([...traits]), (person, had) => {
          const whole = patient({ ...person, traits: had });
          const asked = choosePatientQuestion(question, whole).question;
          if (asked === null) return;
          const view = viewOf(asked);
          const labels = makeDrugLabelTextsForPatient(view, whole);
          const groups = selectGroupsForPatient(view, whole);
          const headline = describePatientHeadline(whole, { ...view, labels, groups });
          expect(headline).not.toBe("");
          expect(headline.split(/\s+/).length, headline).toBeLessThanOrEqual(20);
          expect(headline).not.toMatch(/\d–\d|trials?\b|eligible|within/);
          expect(headline.endsWith(".")).toBe(true);
        }),
        { numRuns: 60 },
      );
    },
  );
});
