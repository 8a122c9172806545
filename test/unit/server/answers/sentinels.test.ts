/**
 * Numbers and papers of single cohorts as they are served, typed from their sources. Like
 * `test/unit/data/sentinels.test.ts`, this is one of the few places where a test names a cohort. Numbers that another trial
 * would move are those of the frozen collection, in `test/approved/numbers.test.ts`.
 */
import { describe, expect, it } from "vitest";
import type { ApiComparison } from "#core/answer/answer.ts";
import { read } from "../../../support/in-process.ts";

const answerTo = (question: string) => read<ApiComparison>(`/v1/comparison?${question}`);
const widest = "availability=any&lines=any&evidence=all&target=any&prior-bcma=any&regimen=any";

describe("an answer", () => {
  it("leads to the trial's own paper, whichever source its figure was read in", async () => {
    const { outcomes } = await answerTo(`${widest}&outcome=orr,crs-3,pfs-12`);
    const studies = outcomes.flatMap(({ pools }) =>
      Object.values(pools).flatMap((pool) => pool.studies),
    );
    const publicationsOf = (cohort: string) => {
      const ownStudies = studies.filter((study) => study.cohort === cohort);
      expect(ownStudies.length).toBeGreaterThan(0);
      return [...new Set(ownStudies.map(({ citation }) => citation?.publication))];
    };
    // Moreau et al. NEJM 2022, San-Miguel et al. NEJM 2023, and a trial of which no paper is
    // recorded.
    expect(publicationsOf("majestec-1")).toEqual(["https://doi.org/10.1056/NEJMoa2203478"]);
    expect(publicationsOf("cartitude-4-cilta-cel")).toEqual([
      "https://doi.org/10.1056/NEJMoa2303379",
    ]);
    expect(publicationsOf("fumanba-1-eque-cel")).toEqual([
      "https://clinicaltrials.gov/study/NCT05066646",
    ]);
  });

  it("tests the heterogeneity of Yang 2021 by Wald over the five trials with events (data/published/yang-2021.json)", async () => {
    const { outcomes } = await answerTo("set=yang-2021&outcome=neurotoxicity&model=glmm");
    const tests = outcomes[0]?.pools["car-t"]?.heterogeneity?.tests;
    expect(tests?.find(({ name }) => name === "wald")).toMatchObject({ df: 4, pValue: 0.0384383 });
  });

  it("lists what was not reached: 33.6 months of follow-up in CARTITUDE-4 (data/cohorts/cartitude-4-cilta-cel.json)", async () => {
    const { outcomes } = await answerTo("outcome=pfs-12&lines=2");
    const { medians, notReached } = outcomes[0]?.pools["car-t"] ?? {};
    const isOf = ({ cohort }: { cohort: string }) => cohort === "cartitude-4-cilta-cel";
    expect(notReached?.find(isOf)).toMatchObject({ followUpMonths: 33.6, interval: [34.5, null] });
    expect(medians?.find(isOf)).toBeUndefined();
  });
});
