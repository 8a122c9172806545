/** Numbers and findings on today's screens and in today's reports, typed a second time from the source of each. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import type { DrugView } from "#presentation/row/drugs-view.ts";
import { describeHeadToHead } from "#presentation/row/head-to-head.ts";
import {
  describeCountedPartOfPublication,
  describeRepeatedPublication,
} from "#presentation/row/published-view.ts";
import { makeRandomisedView } from "#presentation/row/randomised-table.ts";
import type { ScreenOf } from "#presentation/views/screen.ts";
import { formatRate } from "#presentation/words/rates.ts";
import {
  answerInFull,
  listRowInfluentialTrials,
  requireClassAnswer,
} from "#server/answers/compute/full-answer.ts";
import { gatherScreenEvidence } from "#server/answers/compute/screen-evidence.ts";
import { read } from "../../support/in-process.ts";
import { queryOf } from "../../support/queries.ts";
import { screenAnswer } from "../../support/screen-answer.ts";

describe("by drug", () => {
  const screenOf = async (question: string) =>
    (await read<ScreenOf<"products">>(`/v1/screen?compare=product&${question}`)).byDrug;
  const texts = (lines: readonly DrugView[] = []) =>
    lines.map(({ name, number, under, beneath }) => [name, number, under, beneath].join(" | "));

  it("has what precedes a treatment, each time with its patients", async () => {
    const { before } = await read<ScreenOf<"products">>("/v1/screen?compare=product");
    const lines = before?.times.flatMap((times) =>
      times.lines.map(({ name, number, under, label, patients }) =>
        [name, number, under, label, patients].join(" | "),
      ),
    );
    // OncLive, 7 February 2026, on CARTITUDE-4 by response to bridging; Ailawadhi, Blood 2024, table of early deaths;
    // Transplant Cell Ther 2024;30:17, table 3; Fandrei, Blood Cancer Discov 2024, table 1.
    expect(lines).toEqual([
      "cilta-cel | 20 of 208 | progressed first, infused later; 10 died untreated | CARTITUDE-4 | ",
      "ide-cel | 17 of 254 | died untreated | KarMMa-3 | ",
      "ide-cel | 49 days | 34–117 | KarMMa-3 | ",
      "cilta-cel | 74 days | 61–140 | Leipzig | one centre, 18 patients",
      "ide-cel | 66 days | 49–240 | Leipzig | one centre, 34 patients",
    ]);
    // US prescribing information: in hospital for 48 and 24 hours (ELREXFIO), twice 24 (LYNOZYFIC), twice 48 (TECVAYLI).
    expect(before?.notes).toEqual([
      "First full dose by the label: elranatamab day 8, linvoseltamab day 15, teclistamab day 7 (day 1: first dose).",
      "Days in hospital: US label elranatamab 3, linvoseltamab 2, teclistamab 4; in trials not found.",
    ]);
    // 16 of 113 in CARTITUDE-1, 16 of 64 in CARTIFAN-1, 12 of 140 in KarMMa were not infused.
    expect(before?.reasons).toBe(
      "Why 15 of 100 were not infused: found in part (manufacturing failure; 2 trials below).",
    );
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
      "ide-cel | 18 and 42 |  | neurotoxicity: 23 of 128, 14 of 33",
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
  const { rows, harmGroups = [] } = await read<ScreenOf<"classes">>(
    "/v1/screen?outcome=toxicity&target=gprc5d",
  );
  const mouthAndSkin = /^(oral|taste|weight|skin|rash|nail)/;
  const harms = rows.filter(({ outcome }) => mouthAndSkin.test(outcome));
  const group = harmGroups.find(({ outcomes }) => outcomes.includes("oral-toxicity"));
  expect(group?.outcomes).toEqual(harms.map(({ outcome }) => outcome));
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

describe("randomised trials", () => {
  const answer = screenAnswer(queryOf("lines=2&availability=us", dataset), dataset);
  const tablesOf = (part: "all" | "harms") =>
    makeRandomisedView(answer, { ...gatherScreenEvidence(answer), part, heading: "" })?.tables ??
    [];
  const tableOf = (label: string) => {
    const table = tablesOf("all").find(({ title }) => title.startsWith(label));
    if (!table) throw new Error(`${label} is not above.`);
    return table;
  };

  it.each([
    [
      // cancernetwork.com, 18 January 2026, on Einsele, Lancet Oncol 2026; San-Miguel, N Engl J Med 2023: response 85 v
      // 67 %; grade 3 or 4 infection, FDA and Legend.
      "CARTITUDE-4",
      [
        "Progression-free at 30 months | hazard ratio 0.29 (0.22–0.39) press | cilta-cel, 59, 52 to 66; standard, 26, 20 to 32 | 33 more of 100 without progression",
        "Alive at 30 months | hazard ratio 0.55 (0.39–0.79) press | cilta-cel, 76, 70 to 82; standard, 64, 57 to 70 | 12 more of 100 alive",
        "Response | 176 of 208 v 142 of 211 paper | cilta-cel, 85; standard, 67 | cut at 15.9 months",
        "Severe infection | 27\u00a0% (56 of 208) v 25\u00a0% press | cilta-cel, 27; standard, 25 | cut at 15.9 months",
      ],
      "Hazard ratio of progression or death 0.26 (0.18–0.38), of death 0.78 (0.50–1.20).",
    ],
    [
      // NCI PDQ 2025 and Ailawadhi, Blood 2024; Rodriguez-Otero, N Engl J Med 2023. Slide 1 of ASH 2023 abstract 1028, on
      // kolpulse.com, has both arms: 41 % v 19 %.
      "KarMMa-3",
      [
        "Progression-free at 18 months | hazard ratio 0.49 (0.38–0.63) review article | ide-cel, 41; standard, 19 | 22 more of 100 without progression press; median 13.8 v 4.4 months",
        "Alive | hazard ratio 1.01 (0.73–1.40) paper | share at a month not found; median 41.4 v 37.9 months; 56 of 100 on standard crossed over",
        "Response | 181 of 254 v 56 of 132 paper | ide-cel, 71; standard, 42 | cut at 18.6 months",
        "Severe infection | 24\u00a0% (61 of 250) v 18\u00a0% press | ide-cel, 24; standard, 18",
      ],
      "Hazard ratio of progression or death 0.49 (0.38–0.65).",
    ],
    [
      // Label of Tecvayli, March 2026, Table 17. MIMS, 16 January 2026, fourth paragraph: "36-month OS was 83.3 percent
      // and 65 percent". Release of Johnson & Johnson, 6 January 2026: "Grade 3/4, 43.4 percent" of the comparator,
      // who are 290 by the label.
      "MajesTEC-3",
      [
        "Progression-free at 36 months | hazard ratio 0.17 (0.12–0.23) label | teclistamab with daratumumab, 83, 78 to 87; standard, 30, 24 to 36 | 53 more of 100 without progression press",
        "Alive at 36 months | hazard ratio 0.46 (0.32–0.65) label | teclistamab with daratumumab, 83; standard, 65 | 18 more of 100 alive press",
        "Response | 259 of 291 v 223 of 296 label | teclistamab with daratumumab, 89; standard, 75, 70 to 80",
        "Severe infection | 153 of 283 v 126 of 290 company | teclistamab with daratumumab, 54; standard, 43",
      ],
      undefined,
    ],
  ])("%s has both ratios of one cut, and both arms", (label, rows, earlier) => {
    const table = tableOf(label);
    const inWords = table.rows.map(({ name, at, beside, heard, beneath }) =>
      [
        `${name} ${at}`,
        `${beside.text} ${beside.rank}`,
        heard,
        beneath.map(({ text, rank }) => `${text} ${rank}`.trim()).join("; "),
      ]
        .map((text) => text.trim())
        .filter(Boolean)
        .join(" | "),
    );
    expect(inWords).toEqual(rows);
    expect(table.earlier?.text).toBe(earlier);
  });

  it("have early deaths beneath, also above harms", () => {
    const deathsIn = (part: "all" | "harms") =>
      tablesOf(part).flatMap(({ deaths }) => deaths.map(({ text, rank }) => `${text} ${rank}`));
    const deaths = [
      "Died within 10 months: 29 of 208 v 25 of 211 company",
      // Ailawadhi, Blood 2024.
      "Died within 6 months: 30 of 254 v 9 of 132, of these 17 v 0 before any treatment paper",
      "Died within 9 months: 18\u00a0% v 11\u00a0% press",
      // FDA Approval Summary of ide-cel, Clin Cancer Res 2025: "OS detriment … for approximately 15 months".
      "Survival lower with ide-cel in about the first 15 months (FDA, two interim analyses); fatal adverse reactions 9 % of 222 paper",
    ];
    expect(deathsIn("all")).toEqual(deaths);
    expect(deathsIn("harms")).toEqual(deaths);
    expect(tablesOf("harms").map(({ missing }) => missing)).toEqual([
      ...["", ""],
      "Not found: early deaths by arm.",
    ]);
  });
});

describe("what others published", () => {
  it("has of four matched analyses of deaths two that count, which were read in news", () => {
    const { comparison } = answerInFull(queryOf("outcome=os-12", dataset));
    const [entry] = comparison.outcomes[0]?.headToHead ?? [];
    // Song, ASCO 2026 (CancerNetwork) 0.61; Song, ESMO 2024 (MedPath) 0.62; both TriNetX abstracts without an address.
    expect(entry?.studies).toEqual(["song-asco-2026", "song-trinetx-esmo-2024"]);
    expect(entry && describeHeadToHead(entry)).toContain(
      "death hazard ratio 0.61 and 0.62 in 2 analyses; immortal-time bias: who got CAR-T had lived to infusion; press reports only",
    );
  });

  it("has the numbers of a repeated publication, and how many of its groups report them", () => {
    const answer = requireClassAnswer(
      answerInFull(queryOf("set=vandenboom-2025&outcome=orr", dataset)),
    );
    // Vandenboom, Haematologica 2025: pooled response and its odds ratio.
    expect(
      answer.outcomes.flatMap((row) => [
        describeRepeatedPublication(row, answer),
        describeCountedPartOfPublication(row, answer),
      ]),
    ).toEqual([
      "Vandenboom 2025 itself: CAR-T 88 (72–96), bispecific 59 (55–63) of 100, odds ratio 3.9 (1.8–8.8)",
      "of its 26 groups of patients, 14 have a figure that can be counted",
    ]);
  });

  it("names the trial that sets a rate apart from published pools", () => {
    const answer = requireClassAnswer(answerInFull(queryOf("", dataset)));
    const influentialOf = (id: string) =>
      dataset.outcomes
        .filter((outcome) => outcome.id === id)
        .flatMap((outcome) => listRowInfluentialTrials(answer, outcome))
        .map(({ label, estimate, published }) =>
          [label, formatRate(estimate), formatRate(published)].join(" "),
        );
    // CARTIFAN-1: 17 of 48 severe CRS; Vandenboom, Haematologica 2025: 5 and 6 of 100.
    expect(influentialOf("crs-3")).toEqual(["CARTIFAN-1 6 5"]);
    // 11 of 100; 9 without CARTIFAN-1 (9 of 48), and 9 without CARTITUDE-1 (16 of 97).
    expect(influentialOf("nrm")).toEqual([]);
  });
});
