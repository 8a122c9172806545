import { describe, expect, it } from "vitest";
import type { ApiComparison, Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { describeHeadToHeadComparison } from "#presentation/row/head-to-head.ts";
import { describeNumbersOfReplicatedPublication } from "#presentation/row/published-view.ts";
import { writeCell } from "#presentation/views/course.ts";
import type { ScreenOf } from "#presentation/views/screen.ts";
import { answerInFull, requireClassAnswer } from "#server/answers/compute/full-answer.ts";
import { read } from "../../../support/in-process.ts";
import { queryOf } from "../../../support/queries.ts";

/**
 * Numbers and papers of single cohorts as they are served, typed from their sources. Like
 * `test/unit/data/sentinels.test.ts`, this is one of the few places where a test names a cohort. Numbers that another trial
 * would move are those of the frozen collection, in `test/approved/numbers.test.ts`.
 */

const answerTo = (question: string) => read<ApiComparison>(`/v1/comparison?${question}`);
const widest = "availability=any&lines=any&evidence=all&target=any&prior-bcma=any&regimen=any";

describe("an answer", () => {
  it("leads to the trial's own paper, whichever source its figure was read in", async () => {
    const { outcomes } = await answerTo(`${widest}&outcome=orr,crs-3,pfs-12`);
    const pools = outcomes.flatMap((row) => Object.values(row.pools));
    const studies = pools.flatMap((pool) => pool.studies);
    // Moreau et al. NEJM 2022, San-Miguel et al. NEJM 2023, and a trial of which no paper is recorded.
    for (const [cohort, publication] of [
      ["majestec-1", "https://doi.org/10.1056/NEJMoa2203478"],
      ["cartitude-4-cilta-cel", "https://doi.org/10.1056/NEJMoa2303379"],
      ["fumanba-1-eque-cel", "https://clinicaltrials.gov/study/NCT05066646"],
    ]) {
      const own = studies.filter((study) => study.cohort === cohort);
      const cited = new Set(own.map(({ citation }) => citation?.publication));
      expect([cohort, ...cited]).toEqual([cohort, publication]);
    }
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

/**
 * Numbers and findings on today's screens, typed a second time from the source of each. `test/unit/data/` holds those of
 * trials, labels of harms and randomised arms, and `test/approved/` the sentences.
 */

describe("the course", () => {
  it("has what precedes a treatment and what labels ask, each report by itself", async () => {
    const { course } = await read<ScreenOf<"course">>("/v1/screen?view=course");
    const lines = course.steps.flatMap((step) => step.lines);
    const cellsOf = (name: string) => lines.find(({ label }) => label === name)?.cells ?? [];
    const textsOf = (name: string, lane: number) => cellsOf(name)[lane]?.map((e) => writeCell([e]));
    // OncLive, 7 February 2026, on CARTITUDE-4 by response to bridging; Ailawadhi, Blood 2024, table of early deaths.
    expect(textsOf("Randomised, not infused as planned", 0)).toEqual([
      "cilta-cel 20 of 208 progressed first, infused later CARTITUDE-4",
      "cilta-cel 10 of 208 died untreated CARTITUDE-4",
      "ide-cel 17 of 254 died untreated KarMMa-3",
    ]);
    // Transplant Cell Ther 2024;30:17, table 3; Fandrei, Blood Cancer Discov 2024, table 1.
    expect(textsOf("Waits by report", 0)).toEqual([
      "ide-cel: apheresis to infusion a median of 49 days (range 34 to 117) KarMMa-3",
      "cilta-cel: apheresis to infusion a median of 74 days (range 61 to 140; quartiles 65 to 85), one centre, 18 patients Leipzig",
      "ide-cel: apheresis to infusion a median of 66 days (range 49 to 240; quartiles 56 to 85), one centre, 34 patients Leipzig",
    ]);
    expect(textsOf("By label: full dose on day", 1)).toEqual([
      "elranatamab 8",
      "linvoseltamab 15",
      "teclistamab 7",
    ]);
    // US prescribing information: in hospital for 48 and 24 hours (ELREXFIO), twice 24 (LYNOZYFIC), twice 48 (TECVAYLI).
    expect(textsOf("In hospital", 1)).toEqual([
      "elranatamab 48, 24",
      "linvoseltamab 24, 24",
      "teclistamab 48, 48 h after doses 1, 2, US",
    ]);
  });
});

const screenOf = (question: string) =>
  read<ScreenOf<"products">>(`/v1/screen?compare=product&${question}`);

describe("by drug", () => {
  it("has what others found of two CAR-T products", async () => {
    const { byDrug } = await screenOf("product=cilta-cel,ide-cel&therapy-class=car-t");
    const results = byDrug.between?.studies.flatMap((study) => study.results).join(" ");
    // Adv Ther 2026;43(3):1327-40, abstract; Blood 2025;146(14):1677.
    expect(results).toMatch(/hazard ratio 0\.42 \(0\.26 to 0\.68\)/);
    expect(results).toMatch(/hazard ratio 0\.48/);
  });

  it.each([
    // Label, 17 %.
    ["cilta-cel", "17 | n 97 | "],
    // 14 of 33 in CRB-401, 23 of 128 in KarMMa.
    ["ide-cel", "18 and 42 |  | neurotoxicity: 23 of 128, 14 of 33"],
    // Target Oncol 2025, DOI 10.1007/s11523-025-01134-8: 6 of 183, not 4 of 23 in a subset; cohort A had 123, B 64.
    [
      "elranatamab",
      "3 | 1–7 | 6 of 183 in MagnetisMM-3, cohorts A and B, 187 patients, 123 counted here",
    ],
  ])("has ICANS of %s", async (product, text) => {
    const { byDrug } = await screenOf("outcome=icans");
    const lines = byDrug.drugs.find(({ name }) => name === product)?.results[0]?.lines;
    const texts = lines?.map(({ number, under, beneath }) => [number, under, beneath].join(" | "));
    expect(texts).toEqual([text]);
  });
});

describe("what others published", () => {
  it("has of four matched analyses of deaths two that count, which were read in news", () => {
    const { comparison } = answerInFull(queryOf("outcome=os-12", dataset));
    const [entry] = comparison.outcomes[0]?.headToHead ?? [];
    // Song, ASCO 2026 (CancerNetwork) 0.61; Song, ESMO 2024 (MedPath) 0.62; both TriNetX abstracts without an address.
    expect(entry?.studies).toEqual(["song-asco-2026", "song-trinetx-esmo-2024"]);
    expect(entry && describeHeadToHeadComparison(entry)).toContain(
      "death hazard ratio 0.61 and 0.62 in 2 analyses; immortal-time bias: who got CAR-T had lived to infusion; press reports only",
    );
  });

  it("has the numbers of a repeated publication", () => {
    const query = queryOf("set=vandenboom-2025&outcome=orr", dataset);
    const answer = requireClassAnswer(answerInFull(query));
    const described = (row: Row) => describeNumbersOfReplicatedPublication(row, answer);
    // Vandenboom, Haematologica 2025: pooled response and its odds ratio.
    expect(answer.outcomes.map(described)).toEqual([
      "Vandenboom 2025 itself: CAR-T 88 (72–96), bispecific 59 (55–63) of 100, odds ratio 3.9 (1.8–8.8)",
    ]);
  });
});
