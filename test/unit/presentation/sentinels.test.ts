/** Numbers and findings on today's screens and in today's reports, typed a second time from the source of each. */
import { describe, expect, it } from "vitest";
import type { RandomisedRate } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { listAllTimes } from "#presentation/row/drug-times.ts";
import type { DrugView } from "#presentation/row/drugs-view.ts";
import { headToHeadText } from "#presentation/row/head-to-head.ts";
import { paperOf } from "#presentation/row/published.ts";
import { findingsOf, ratesAtMonths } from "#presentation/row/randomised-trials.ts";

import { randomisedHarms } from "#presentation/views/randomised.ts";
import type { ScreenOf } from "#presentation/views/screen.ts";
import { rateOf100 } from "#presentation/words/rates.ts";
import { fullAnswer, influentialTrialsOf, ofClasses } from "#server/answers/compute/full-answer.ts";
import { productEvidence } from "#server/answers/compute/screen-evidence.ts";
import { armsInWords } from "#widget/row/randomised.tsx";
import { read } from "../../support/in-process.ts";
import { queryOf } from "../../support/queries.ts";
import { screenAnswer } from "../../support/screen-answer.ts";

describe("by drug", () => {
  const screenOf = async (question: string) =>
    (await read<ScreenOf<"products">>(`/v1/screen?compare=product&${question}`)).byDrug;
  const texts = (lines: readonly DrugView[] = []) =>
    lines.map(({ name, number, under, beneath }) => [name, number, under, beneath].join(" | "));

  it("has the times at length in a report", () => {
    const { comparison } = fullAnswer(queryOf("compare=product", dataset));
    const { otherTimes } = listAllTimes(comparison, productEvidence(comparison));
    const waits = otherTimes.filter(({ id }) => id.startsWith("collection-to-infusion"));
    // Transplant Cell Ther 2024;30:17, table 3; Fandrei, Blood Cancer Discov 2024, table 1.
    expect(waits.flatMap(({ lines }) => texts(lines))).toEqual([
      "ide-cel | 49 | days | KarMMa-3 (ide-cel arm), range 34 to 117, trial of 254 patients",
      "cilta-cel | 74 | days | Leipzig, cilta-cel (Fandrei), range 61 to 140, one centre, 18 patients",
      "ide-cel | 66 | days | Leipzig, ide-cel (Fandrei), range 49 to 240, one centre, 34 patients",
    ]);
  });

  it("has what others found of two CAR-T products", async () => {
    const { between } = await screenOf("product=cilta-cel,ide-cel&therapy-class=car-t");
    expect(between?.note).toMatch(/^Not randomised/);
    const results = between?.studies.flatMap((study) => study.results).join(" ");
    // Adv Ther 2026;43(3):1327-40, abstract; Blood 2025;146(14):1677.
    expect(results).toMatch(/hazard ratio 0\.42 \(0\.26 to 0\.68\)/);
    expect(results).toMatch(/hazard ratio 0\.48/);
  });

  // The numbers are from the US prescribing information of TALVEY: sections 5.1 (severe CRS), 5.4 (mouth, weight), 5.5
  // (death from infection) and 5.7 (skin); 339 patients.
  it("has beside the other drug what a label reports of trials of a drug with others", async () => {
    const { outcomes, drugs } = await screenOf("product=cilta-cel,talquetamab&target=any");
    const of = (name: string, id: string) =>
      drugs.find((drug) => drug.name === name)?.results[
        outcomes.findIndex((outcome) => outcome.id === id)
      ];
    expect(texts(of("talquetamab", "crs-3")?.lines)).toEqual([
      "talquetamab | 1 | 0–3 | 5 of 339 in MonumenTAL-1, US label pool",
    ]);
    // Patients who died of an infection are a part of those who died without relapse.
    expect(texts(of("talquetamab", "nrm")?.lines)).toEqual([
      "talquetamab | ≥1 |  | fatal infection: 5 of 339 in MonumenTAL-1, US label pool",
    ]);
    const harms = ["oral-toxicity", "weight-loss", "nail-disorder", "skin-reaction", "rash"];
    expect(harms.flatMap((id) => texts(of("talquetamab", id)?.lines))).toEqual([
      "talquetamab | 80 | n 339 | MonumenTAL-1, US label pool; severe: 2",
      "talquetamab | 62 | n 339 | MonumenTAL-1, US label pool; severe: 3",
      "talquetamab | 50 | n 339 | MonumenTAL-1, US label pool; severe: 0",
      // 85 + 113 and 57 + 48, of 143 + 154.
      "talquetamab | 67 | 61–72 | severe: <1",
      "talquetamab | 35 | 30–41 | severe: 3",
    ]);
    expect(harms.map((id) => of("cilta-cel", id)?.heard)).toEqual(harms.map(() => "not found"));
  });

  it("has ICANS of every drug", async () => {
    const { drugs } = await screenOf("outcome=icans");
    const icans = Object.fromEntries(drugs.map(({ name, results }) => [name, results[0]]));
    // Cilta-cel: label, 17 %; ide-cel: 14 of 33 in CRB-401, 23 of 128 in KarMMa.
    expect(texts(icans["cilta-cel"]?.lines)).toEqual(["cilta-cel | 17 | n 97 | "]);
    expect(texts(icans["ide-cel"]?.lines)).toEqual([
      "ide-cel | 18 / 42 |  | neurotoxicity: 23 of 128, 14 of 33",
    ]);
    // Target Oncol 2025, DOI 10.1007/s11523-025-01134-8: 6 of 183, not 4 of 23 in a subset.
    expect(texts(icans.elranatamab?.lines)).toEqual([
      "elranatamab | 3 | 1–7 | 6 of 183 in MagnetisMM-3, cohorts A and B",
    ]);
  });

  it("has two trials of a drug one by one, in words with their names", async () => {
    const { drugs } = await screenOf("outcome=orr");
    const [response] = drugs.find(({ name }) => name === "cilta-cel")?.results ?? [];
    // CARTIFAN-1: 43 of 48; CARTITUDE-1: 94 of 97.
    expect(response?.heard).toBe(
      "90, 77 to 97 of 100 in CARTIFAN-1; 97, 91 to 99 of 100 in CARTITUDE-1",
    );
  });
});

it("harms that follow from GPRC5D are counts, else percentages of the label", async () => {
  const { rows } = await read<ScreenOf<"classes">>("/v1/screen?outcome=toxicity&target=gprc5d");
  const mouthAndSkin = /^(oral|taste|weight|skin|rash|nail)/;
  const harms = rows.filter(({ outcome }) => mouthAndSkin.test(outcome));
  expect(harms[0]?.heading).toBe("Mouth, skin and weight");
  expect(
    harms.map(({ outcome, sides: { bsab } }) =>
      [outcome, bsab?.number, bsab?.under].join(" ").trim(),
    ),
  ).toEqual([
    "oral-toxicity 80",
    "oral-toxicity-3 2",
    "taste-change 70",
    "weight-loss 62",
    "weight-loss-3 3",
    // 198 and 1, 105 and 10 of 297.
    "skin-reaction 67 61–72",
    "skin-reaction-3 <1 0–2",
    "rash 35 30–41",
    "rash-3 3 2–6",
    "nail-disorder 50",
    "nail-disorder-3 0",
  ]);
});

const { randomised } = screenAnswer(queryOf("lines=2&availability=us", dataset), dataset);

it.each([
  [
    // cancernetwork.com, 18 January 2026, on Einsele, Lancet Oncol 2026; San-Miguel, N Engl J Med 2023.
    "cartitude-4",
    "0.29 (0.22–0.39), of death 0.55 (0.39–0.79) at 33.6 months (news); paper at 15.9 months: progression or death 0.26 (0.18–0.38), death 0.78 (0.50–1.20)",
    ["Progression-free at 30 months 59 v 26", "Alive at 30 months 76 v 64"],
  ],
  [
    // NCI PDQ 2025 and Ailawadhi, Blood 2024; Rodriguez-Otero, N Engl J Med 2023.
    "karmma-3",
    "0.49 (0.38–0.63), of death 1.01 (0.73–1.40) at 30.9 months (review and paper); paper at 18.6 months: progression or death 0.49 (0.38–0.65)",
    // Slide 1 of ASH 2023 abstract 1028, on kolpulse.com, which has both arms: 41 % v 19 %.
    ["Progression-free at 18 months 41 v 19"],
  ],
  [
    // Label of Tecvayli, March 2026, Table 17.
    "majestec-3",
    "0.17 (0.12–0.23), of death 0.46 (0.32–0.65) at 34.5 months (label)",
    // MIMS, 16 January 2026, fourth paragraph: "36-month OS was 83.3 percent and 65 percent".
    ["Progression-free at 36 months 83 v 30", "Alive at 36 months 83 v 65"],
  ],
])(
  "the randomised trial %s has both ratios of one cut, and rates of both arms",
  (study, ratios, rates) => {
    const trial = randomised.find((candidate) => candidate.study === study);
    const [arm] = trial?.arms ?? [];
    if (!trial || !arm) throw new Error(`${study} is not above.`);
    expect(findingsOf(arm, trial)).toContain(`Hazard ratio of progression or death ${ratios}.`);
    const rateText = (rate: RandomisedRate | null) => rateOf100(rate?.estimate ?? Number.NaN);
    const texts = ratesAtMonths(arm).map(
      ({ name, rates: { arm: treated, control } }) =>
        `${name} ${rateText(treated)} v ${rateText(control)}`,
    );
    expect(texts).toEqual(rates);
  },
);

it("early deaths stand above harms, those of each arm beside those of its control", () => {
  const [block] = randomisedHarms(randomised)?.blocks ?? [];
  // KarMMa-3: Ailawadhi, Blood 2024.
  expect(block?.texts[0]).toBe(
    "KarMMa-3: of these 17 v 0 before any treatment; died within 9 months 18\u00a0% v 11\u00a0% (news).",
  );
  expect(block?.drawings.map(({ name, arms }) => `${name}: ${armsInWords(arms)}`)).toEqual([
    "CARTITUDE-4, died within 10 months (company): cilta-cel 29 of 208, 14; standard 25 of 211, 12",
    "KarMMa-3, died within 6 months: ide-cel 30 of 254, 12; standard 9 of 132, 7",
  ]);
});

describe("what others published", () => {
  it("has of four matched analyses of deaths two that count, which were read in news", () => {
    const { comparison } = fullAnswer(queryOf("outcome=os-12", dataset));
    const [entry] = comparison.outcomes[0]?.headToHead ?? [];
    // Song, ASCO 2026 (CancerNetwork) 0.61; Song, ESMO 2024 (MedPath) 0.62; both TriNetX abstracts without an address.
    expect(entry?.studies).toEqual(["song-asco-2026", "song-trinetx-esmo-2024"]);
    expect(entry && headToHeadText(entry)).toContain(
      "death hazard ratio 0.61 and 0.62 in 2 analyses; who got CAR-T had lived to infusion; news reports only",
    );
  });

  it("has the numbers of a repeated publication, and how many of its groups report them", () => {
    const answer = ofClasses(fullAnswer(queryOf("set=vandenboom-2025&outcome=orr", dataset)));
    // Vandenboom, Haematologica 2025: pooled response and its odds ratio.
    expect(answer.outcomes.map((row) => paperOf(row, answer))).toEqual([
      "Vandenboom 2025 itself: CAR-T 88 of 100 (72–96), Bispecific 59 of 100 (55–63), odds ratio 3.9 (1.8–8.8); of its 26 groups of patients, 14 have a figure that can be counted",
    ]);
  });

  it("names the trial that sets a rate apart from published pools", () => {
    const answer = ofClasses(fullAnswer(queryOf("", dataset)));
    const influentialOf = (id: string) =>
      dataset.outcomes
        .filter((outcome) => outcome.id === id)
        .flatMap((outcome) => influentialTrialsOf(answer, outcome))
        .map(({ label, estimate, published }) =>
          [label, rateOf100(estimate), rateOf100(published)].join(" "),
        );
    // CARTIFAN-1: 17 of 48 severe CRS; Vandenboom, Haematologica 2025: 5 and 6 of 100.
    expect(influentialOf("crs-3")).toEqual(["CARTIFAN-1 6 5"]);
    // 11 of 100; 9 without CARTIFAN-1 (9 of 48), and 9 without CARTITUDE-1 (16 of 97).
    expect(influentialOf("nrm")).toEqual([]);
  });
});
