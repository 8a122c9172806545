/** Figures copied a second time from their source, so that a typing error in a file is noticed. */
import { describe, expect, it } from "vitest";
import { computeSetOf } from "#data/build/compute-set.ts";
import type { Figure } from "#data/schema.ts";
import { citedSource, cohortNamed, entryWith, evidence, figureOf, landmarkOf } from "./files.ts";

const all = evidence();

type Sentinel = [
  cohort: string,
  outcome: string,
  cut: string,
  events: number,
  n: number,
  population: Figure["population"],
  source: RegExp,
];

const sentinels: Sentinel[] = [
  ["majestec-1", "orr", "primary", 104, 165, "treated", /Moreau P.*2022;387:495/],
  ["majestec-1", "cr", "primary", 65, 165, "treated", /Moreau P.*2022;387:495/],
  ["majestec-1", "infection-3", "22.8mo", 91, 165, "treated", /Nooka AK.*2024;130:886/],
  ["karmma", "neutropenia", "primary", 117, 128, "treated", /Munshi NC.*2021;384/],
  ["karmma", "orr", "primary", 94, 128, "treated", /Munshi NC.*2021;384/],
  ["karmma", "cr", "primary", 42, 128, "treated", /Munshi NC.*2021;384/],
  ["karmma", "infused", "primary", 128, 140, "leukapheresed", /Review table of BCMA CAR-T trials/],
  ["cartitude-1", "orr", "primary", 94, 97, "treated", /Berdeja JG.*2021;398/],
  ["cartitude-1", "infused", "primary", 97, 113, "leukapheresed", /113 enrolled, 97 treated/],
  ["cartitude-1", "crs-3", "primary", 5, 97, "treated", /Cytokine Release Syndrome/],
  ["cartitude-4-cilta-cel", "infused", "primary", 176, 208, "leukapheresed", /Review table/],
  ["cartitude-4-cilta-cel", "crs", "primary", 134, 176, "treated", /San-Miguel/],
  [
    "cartifan-1-mi-2022",
    "infused",
    "primary",
    48,
    64,
    "leukapheresed",
    /CancerNetwork.*CARTIFAN-1/,
  ],
  ["karmma-3-ide-cel", "orr", "primary", 181, 254, "randomised", /Rodriguez-Otero P.*2023;388/],
  ["karmma-3-ide-cel", "infused", "30.9mo", 225, 249, "leukapheresed", /CONSORT/],
  ["crb-401-full", "crs-3", "ash-2020", 4, 62, "treated", /Mayo Clinic, 13 March 2021/],
  ["crb-401-full", "neurotoxicity-3", "ash-2020", 1, 62, "treated", /Mayo Clinic, 13 March 2021/],
  ["crb-401-raje-2019", "orr", "primary", 28, 33, "treated", /Raje N.*2019;380/],
  ["fumanba-1-eque-cel", "orr", "primary", 97, 101, "efficacy-evaluable", /FUMANBA-1/],
  ["cartitude-1", "death", "29.9mo", 35, 97, "treated", /Mortality/],
  ["cartitude-1", "progression-free-5-years", "61.3mo", 32, 97, "treated", /Jagannath S.*2025;43/],
  ["cartitude-1", "second-myeloid-neoplasm", "label-28mo", 10, 97, "treated", /Legend Biotech/],
  ["cartitude-4-cilta-cel", "death", "primary", 39, 208, "randomised", /San-Miguel/],
  ["linker-mm1-200mg", "death", "primary", 35, 117, "treated", /Bumma/],
  ["linker-mm1-200mg", "opportunistic-infection", "primary", 12, 117, "treated", /Bumma/],
  ["majestec-3-tec-dara", "death", "primary", 46, 291, "randomised", /Tecvayli/i],
  ["karmma", "bridging", "primary", 112, 128, "treated", /Review table of BCMA CAR-T trials/],
  ["cartitude-4-cilta-cel", "manufacturing-failure", "primary", 0, 208, "leukapheresed", /30:17/],
  ["magnetismm-3", "orr", "primary", 75, 123, "treated", /Lesokhin AM.*2023;29/],
  ["ct103a-wang-2021", "vgpr", "roex-2020", 15, 18, "treated", /Roex G.*2020;13:164/],
  ["ct053-phase-1", "vgpr", "2019", 20, 24, "treated", /Roex G.*2020;13:164/],
  ["cartitude-1", "death-crs", "29.9mo", 1, 97, "treated", /Adverse Event - Mortality/],
  [
    "ide-cel-age65-us-2024",
    "orr",
    "primary",
    65,
    75,
    "subset",
    /in older multiple myeloma patients/,
  ],
  ["monumental-1-0.4mgkg-qw", "infection-3", "18.8mo", 31, 143, "treated", /Schinke C.*2025;9/],
  ["magnetismm-3", "infection-3", "primary", 49, 123, "treated", /Lesokhin AM.*2023;29/],
  ["linker-mm1-200mg", "vgpr", "primary", 74, 117, "treated", /Bumma N.*2024;42/],
  ["linker-mm1-200mg", "crs-3", "primary", 1, 117, "treated", /Bumma N.*2024;42/],
  ["linker-mm1-200mg", "icans", "primary", 9, 117, "treated", /Bumma N.*2024;42/],
  ["linker-mm1-200mg", "infection-3", "primary", 42, 117, "treated", /Bumma N.*2024;42/],
  ["linker-mm1-200mg", "fatal-adverse-event", "primary", 6, 117, "treated", /Bumma N.*2024;42/],
  ["linker-mm1-50mg", "crs-3", "primary", 2, 104, "treated", /Bumma N.*2024;42/],
  ["majestec-1", "fatal-adverse-event", "primary", 19, 165, "treated", /Moreau P.*2022;387:495/],
  ["majestec-1", "ae-3", "primary", 156, 165, "treated", /Moreau P.*2022;387:495/],
  ["magnetismm-9", "icans", "primary", 4, 85, "treated", /Elmeliegy M.*2025/],
  ["karmma", "nrm", "primary", 9, 128, "treated", /Cordas dos Santos/],
  ["karmma-3-ide-cel", "crs", "primary", 198, 225, "treated", /Rodriguez-Otero P.*2023;388/],
  ["cartitude-4-cilta-cel", "crs-3", "primary", 2, 176, "treated", /San-Miguel J.*2023;389/],
  ["majestec-3-tec-dara", "crs", "primary", 170, 283, "safety", /TECVAYLI/],
  ["majestec-3-tec-dara", "mrd-negative", "primary", 153, 262, "subset", /TECVAYLI/],
  ["us-consortium-cilta-cel-iec-hs", "iec-hs", "primary", 53, 790, "treated", /IEC-HS/],
  ["linker-mm1-200mg", "orr", "primary", 83, 117, "treated", /Bumma N.*2024;42/],
  ["sidana-cilta-cel-us-2025", "infused", "primary", 236, 255, "leukapheresed", /Sidana.*2025;145/],
  ["monumental-1-0.4mgkg-qw", "icans", "2023-10", 13, 122, "subset", /including ICANS/],
  ["monumental-1-0.4mgkg-qw", "skin-reaction", "2024-09", 85, 143, "treated", /skin toxicities/],
  ["monumental-1-0.4mgkg-qw", "skin-reaction-3", "2024-09", 0, 143, "treated", /skin toxicities/],
  ["monumental-1-0.4mgkg-qw", "rash", "2024-09", 57, 143, "treated", /skin toxicities/],
  ["monumental-1-0.4mgkg-qw", "rash-3", "2024-09", 2, 143, "treated", /skin toxicities/],
  ["monumental-1-0.8mgkg-q2w", "skin-reaction", "2024-09", 113, 154, "treated", /skin toxicities/],
  ["monumental-1-0.8mgkg-q2w", "skin-reaction-3", "2024-09", 1, 154, "treated", /skin toxicities/],
  ["monumental-1-0.8mgkg-q2w", "rash", "2024-09", 48, 154, "treated", /skin toxicities/],
  ["monumental-1-0.8mgkg-q2w", "rash-3", "2024-09", 8, 154, "treated", /skin toxicities/],
  ["monumental-1-prior-tcr", "skin-reaction", "2024-09", 53, 78, "treated", /skin toxicities/],
  ["monumental-1-prior-tcr", "skin-reaction-3", "2024-09", 0, 78, "treated", /skin toxicities/],
  ["monumental-1-prior-tcr", "rash", "2024-09", 25, 78, "treated", /skin toxicities/],
  ["monumental-1-prior-tcr", "rash-3", "2024-09", 2, 78, "treated", /skin toxicities/],
  ["cartitude-1", "cr", "27.7mo", 80, 97, "treated", /Martin T.*2023;41/],
  ["cartitude-1", "vgpr", "27.7mo", 92, 97, "treated", /Review/i],
  ["teclistamab-global-trials-2026", "orr", "primary", 144, 217, "treated", /Martin.*2026/],
  ["teclistamab-global-trials-2026", "cr", "primary", 109, 217, "treated", /Martin.*2026/],
  ["anito-cel-phase-1", "orr", "primary", 38, 38, "treated", /Frigault M.*N Engl J Med.*2026/],
  ["anito-cel-phase-1", "cr", "primary", 30, 38, "treated", /Frigault M.*N Engl J Med.*2026/],
  ["anito-cel-phase-1", "vgpr", "22mo", 35, 38, "treated", /Drug Discovery World/],
  ["ct071-jin-2025", "orr", "4.07mo", 9, 10, "treated", /EHA/],
  ["monumental-1-0.4mgkg-qw", "orr", "25.6mo-digest", 106, 143, "treated", /summarised/],
  ["monumental-1-0.8mgkg-q2w", "orr", "19.4mo-digest", 106, 154, "treated", /summarised/],
  ["monumental-1-prior-tcr", "orr", "16.8mo-digest", 52, 78, "treated", /summarised/],
  ["monumental-1-0.4mgkg-qw", "taste-change", "nejm2022-405", 19, 30, "subset", /Chari A.*2022/],
  ["monumental-1-0.8mgkg-q2w", "taste-change", "nejm2022-800", 25, 44, "subset", /Chari A.*2022/],
];

describe("figures against their source", () => {
  it.each(sentinels)("%s %s %s is %i of %i", (id, outcome, cut, events, n, population, source) => {
    const cohort = cohortNamed(id, all);
    const figure = figureOf(cohort, outcome, cut);
    expect(figure).toMatchObject({ events, n, population, hold: null });
    expect(citedSource(cohort.sources, figure.source).citation).toMatch(source);
  });

  it("12-month progression-free survival of CARTITUDE-1 is 76.6 % (66.0 to 84.3)", () => {
    expect(landmarkOf(cohortNamed("cartitude-1", all), "pfs", 12)).toMatchObject({
      survival: 0.766,
      interval: [0.66, 0.843],
      population: "treated",
    });
  });
});

describe("figures that must never be pooled", () => {
  it.each([
    ["lummicar-2", "orr", "primary", "unverified"],
    ["ct103a-wang-2021", "crs-3", "unresolved", "conflicting-sources"],
    ["karmma", "neutropenia-3", "conflict", "conflicting-sources"],
    ["immagine-1", "fatal-adverse-event", "10-k-2024", "unverified"],
    ["cartitude-4-cilta-cel", "nrm", "33.6mo-standard-risk", "estimate-not-count"],
    ["karmma", "infection", "digest", "unverified"],
    ["majestec-1", "icans", "fda", "different-definition"],
    ["majestec-1", "neurotoxicity", "fda", "different-definition"],
    ["majestec-3-tec-dara", "fatal-adverse-event", "label", "different-definition"],
    ["cartitude-4-cilta-cel", "mrd-negative", "33.6mo", "conflicting-sources"],
    ["talquetamab-bridging-20-centres-2025", "orr", "primary", "time-limited"],
    // The label names rash among skin reactions of which its table counts it apart.
    ["monumental-1-label-339", "skin-reaction", "label", "different-definition"],
    ["monumental-1-label-339", "skin-reaction-3", "label", "different-definition"],
    ["monumental-1-0.4mgkg-qw", "skin-reaction", "nejm2022-405", "different-definition"],
    ["monumental-1-0.8mgkg-q2w", "skin-reaction", "nejm2022-800", "different-definition"],
    ["ferreri-hansen-2023-bcma-naive", "nrm", "primary", "unverified"],
    ["peres-ide-cel-race-us-2024", "crs", "hispanic", "unverified"],
    ["cartitude-1", "ae-3", "haematologic", "different-definition"],
    ["cartitude-1", "hlh", "fatal", "different-definition"],
    ["sidana-ide-cel-cibmtr-2025", "infection", "primary", "different-definition"],
    ["sidana-cilta-cel-us-2025", "nrm", "primary", "estimate-not-count"],
    ["magnetismm-3", "second-malignancy", "28mo", "pooled-cohorts"],
    ["karmma-3-ide-cel", "nrm", "6mo", "time-limited"],
    ["karmma-3-ide-cel", "nrm", "primary", "denominator-unclear"],
    ["cartitude-1", "icans", "primary", "inferred"],
    ["cartitude-4-cilta-cel", "nrm", "primary", "denominator-unclear"],
    ["majestec-1", "nrm", "primary", "at-most"],
    ["anito-cel-phase-1", "infused", "primary", "inferred"],
    ["majestec-3-tec-dara", "icans-3", "primary", "different-definition"],
    ["karmma-3-ide-cel", "prolonged-cytopenia", "after-6mo", "time-limited"],
    ["merz-ide-cel-2025", "cr", "day30", "time-limited"],
    ["lummicar-1", "treatment-related-death", "2021", "unverified"],
    ["ct053-phase-1", "treatment-related-death", "2021", "unverified"],
    ["razzo-teclistamab-us-2025", "death-crs", "primary", "inferred"],
    ["razzo-teclistamab-us-2025", "death-neurotoxicity", "primary", "inferred"],
    ["sidana-cilta-cel-us-2025", "second-malignancy", "primary", "different-definition"],
  ] as const)("%s %s %s is held: %s", (id, outcome, cut, hold) => {
    expect(figureOf(cohortNamed(id, all), outcome, cut).hold).toBe(hold);
  });

  it("are tier 4 where only unreviewed sources print them", () => {
    const { sources, figures } = cohortNamed("lummicar-1-phase-2", all);
    expect(new Set(figures.map(({ source }) => sources[source]?.tier))).toEqual(new Set([4]));
  });
});

describe("definitions", () => {
  it("hypogammaglobulinemia by laboratory is an outcome of its own", () => {
    const cohort = cohortNamed("majestec-1", all);
    expect(figureOf(cohort, "igg-below-400", "22.8mo")).toMatchObject({
      ...{ events: 117, n: 165, percentPrinted: 70.9, by: "laboratory", hold: null },
    });
    expect(figureOf(cohort, "hypogammaglobulinemia", "30.4mo")).toMatchObject({
      ...{ events: 36, n: 165, by: "report", hold: null },
    });
  });

  it("a term with a footnote that was not seen is held", () => {
    const cohort = cohortNamed("karmma", all);
    expect(figureOf(cohort, "hypogammaglobulinemia", "fda127")).toMatchObject({
      ...{ events: 52, n: 127, hold: "different-definition" },
      definition: expect.stringContaining("footnote that was not seen"),
    });
  });

  it.each([
    ["linker-mm1-200mg", "primary", 42, 117, 5],
    ["karmma-3-ide-cel", "primary", 61, 250, 11],
    ["majestec-3-tec-dara", "primary", 153, 283, 13],
    ["magnetismm-3-ab", "label", 57, 183, 13],
  ])(
    "%s: infections of grade 3 or 4, with its fatal ones apart at the same cut",
    (id, cut, events, n, fatal) => {
      const cohort = cohortNamed(id, all);
      expect(figureOf(cohort, "infection-3", cut)).toMatchObject({ events, n, grades: "3-4" });
      expect(figureOf(cohort, "death-infection", cut)).toMatchObject({ events: fatal, n });
    },
  );
});

describe("randomised trials", () => {
  const figuresOf = (id: string, of: string, outcome: string) => {
    const { figures, sources } = entryWith(
      all.comparisons.find((comparison) => comparison.id === id),
      id,
    );
    return figures
      .filter((figure) => figure.of === of && figure.outcome === outcome)
      .map((figure) => ({ ...figure, citation: citedSource(sources, figure.source).citation }));
  };

  it("KarMMa-3 has its ratio of deaths, which shows no benefit", () => {
    expect(figuresOf("karmma-3", "ide-cel", "os")[0]).toMatchObject({
      ...{ against: "control", followUpMonths: 30.9 },
      effect: {
        measure: "hazard-ratio",
        value: 1.01,
        interval: [0.73, 1.4],
        moreEventsAbove: "of",
      },
      citation: expect.stringMatching(/Ailawadhi S.*2024;144/),
    });
  });

  it("KarMMa-3 has what the FDA reports of its first months", () => {
    expect(figuresOf("karmma-3", "ide-cel", "os")).toContainEqual(
      expect.objectContaining({
        ...{ favours: "against", effect: null, percentPrinted: null },
        definition: expect.stringContaining("about 15 months"),
        note: "fatal adverse reactions 9 % of 222",
        citation: expect.stringMatching(/FDA Approval Summary/),
      }),
    );
    expect(
      figureOf(cohortNamed("karmma-3-ide-cel", all), "fatal-adverse-event", "fda"),
    ).toMatchObject({ events: null, n: 222, percentPrinted: 9, hold: "different-definition" });
  });

  const [deaths, news] = [/Ailawadhi S.*2024;144.*12473404/, /MedPage Today, March 2024/];

  it.each([
    ["karmma-3", "ide-cel", "death-6-months", { events: 30, n: 254, percentPrinted: 12 }, deaths],
    ["karmma-3", "control", "death-6-months", { events: 9, n: 132, percentPrinted: 7 }, deaths],
    ["karmma-3", "ide-cel", "death-before-treatment", { events: 17, n: 254 }, deaths],
    ["karmma-3", "control", "death-before-treatment", { events: 0, n: 132 }, deaths],
    ["karmma-3", "ide-cel", "death-9-months", { events: null, percentPrinted: 18 }, news],
    ["karmma-3", "control", "death-9-months", { events: null, percentPrinted: 11 }, news],
    ["cartitude-4", "cilta-cel", "death-10-months", { events: 29, n: 208 }, /Legend Biotech.*2024/],
    ["cartitude-4", "control", "death-10-months", { events: 25, n: 211 }, /Legend Biotech.*2024/],
    ["cartitude-4", "cilta-cel", "death-before-treatment", { events: 10, n: 208 }, /2024/],
    ["cartitude-4", "cilta-cel", "infused-after-progression", { events: 20, n: 208 }, /bridging/],
    ["karmma-3", "control", "os", { medianMonths: 37.9, interval: [23.4, null] }, /Ailawadhi/],
    ["karmma-3", "control", "crossover", { events: null, percentPrinted: 56 }, /Ailawadhi/],
  ] as const)("%s, %s: %s", (id, of, outcome, printed, citation) => {
    expect(figuresOf(id, of, outcome)).toMatchObject([
      { ...printed, citation: expect.stringMatching(citation) },
    ]);
  });

  const [sanMiguel, einsele] = [/San-Miguel J.*2023;389/, /CancerNetwork, 18 Jan/];
  const [rodriguez, label] = [/Rodriguez-Otero P.*2023;388/, /TECVAYLI/];
  const company = /company release of 6 January 2026/;

  // The figures of the control are counts of one cut, then rates of survival at a month, then medians.
  it.each([
    ["cartitude-4", "orr", { events: 142, n: 211, percentPrinted: 67.3 }, sanMiguel],
    ["cartitude-4", "cr", { events: 46, n: 211, percentPrinted: 21.8 }, sanMiguel],
    ["cartitude-4", "mrd-negative", { events: 33, n: 211, percentPrinted: 15.6 }, sanMiguel],
    ["cartitude-4", "death", { events: 46, n: 211 }, sanMiguel],
    ["cartitude-4", "infection-3", { events: null, percentPrinted: 25 }, /June 2023/],
    ["cartitude-4", "ae-3", { events: null, percentPrinted: 94 }, /June 2023/],
    ["cartitude-4", "os", { month: 30, percentPrinted: 63.8, interval: [56.9, 69.9] }, einsele],
    ["cartitude-4", "pfs", { month: 30, percentPrinted: 25.7, interval: [19.8, 31.9] }, einsele],
    ["cartitude-4", "pfs", { medianMonths: 11.8, interval: [9.7, 14] }, einsele],
    ["karmma-3", "orr", { events: 56, n: 132, derivedRange: [55, 56] }, rodriguez],
    ["karmma-3", "cr", { events: null, n: 132, percentPrinted: 5 }, rodriguez],
    ["karmma-3", "infection", { events: null, percentPrinted: 54 }, /Xagena/],
    ["karmma-3", "infection-3", { events: null, percentPrinted: 18 }, /Xagena/],
    ["karmma-3", "death-infection", { events: null, percentPrinted: 2 }, /Xagena/],
    ["karmma-3", "fatal-adverse-event", { events: null, percentPrinted: 6 }, /Xagena/],
    ["karmma-3", "pfs", { month: 6, percentPrinted: 40 }, /CancerNetwork.*April 2024/],
    ["karmma-3", "pfs", { month: 12, percentPrinted: 30 }, /CancerNetwork.*April 2024/],
    ["karmma-3", "pfs", { month: 18, percentPrinted: 19 }, /KOL Pulse/],
    ["karmma-3", "pfs", { medianMonths: 4.4, interval: [3.4, 5.9] }, /FDA Approval Summary/],
    ["majestec-3", "orr", { events: 223, n: 296, derived: false, interval: [70, 80.1] }, label],
    ["majestec-3", "cr", { events: 95, n: 296, derived: false, interval: [26.8, 37.7] }, label],
    ["majestec-3", "death", { events: 98, n: 296 }, label],
    ["majestec-3", "os", { month: 36, percentPrinted: 65, n: 296 }, /MIMS/],
    ["majestec-3", "pfs", { medianMonths: 18.1, interval: [14.6, 22.8] }, label],
    ["majestec-3", "infection-3", { events: null, n: null, percentPrinted: 43.4 }, company],
    ["majestec-3", "infection", { events: null, n: null, percentPrinted: 84.1 }, company],
    ["majestec-3", "ae-3", { events: null, n: null, percentPrinted: 96.6 }, company],
  ] as const)("the control of %s: %s %o", (id, outcome, printed, citation) => {
    const ofControl = figuresOf(id, "control", outcome);
    const kept = { ...printed, citation: expect.stringMatching(citation) };
    expect(ofControl).toContainEqual(expect.objectContaining(kept));
  });

  it("grade 5 events of KarMMa-3 are 14 % with ide-cel (Xagena, on the paper)", () => {
    const { figures } = cohortNamed("karmma-3-ide-cel", all);
    const fatal = figures.filter(({ outcome }) => outcome === "fatal-adverse-event");
    expect(fatal.find(({ cut }) => cut === "primary")).toMatchObject({
      ...{ events: null, n: null, percentPrinted: 14 },
    });
  });

  it("CARTITUDE-4 has its deaths from COVID-19 as a lower bound, which is not pooled", () => {
    const cohort = cohortNamed("cartitude-4-cilta-cel", all);
    expect(figureOf(cohort, "death-infection", "primary")).toMatchObject({
      ...{ events: 7, n: 208, percentPrinted: 3.4, hold: "different-definition" },
      definition: expect.stringContaining("lower bound"),
    });
  });

  it.each([
    ["oral-toxicity", 80],
    ["oral-toxicity-3", 2.1],
    ["taste-change", 70],
    ["weight-loss", 62],
    ["weight-loss-3", 2.7],
    ["skin-reaction", 62],
    ["skin-reaction-3", 0.3],
    ["rash", 38],
    ["rash-3", 3.5],
    ["nail-disorder", 50],
    ["nail-disorder-3", 0],
  ])("%s of talquetamab is %d %% by the label, without count", (outcome, percentPrinted) => {
    const cohort = cohortNamed("monumental-1-label-339", all);
    const printed = { events: null, n: 339, percentPrinted };
    expect(figureOf(cohort, outcome, "label")).toMatchObject(printed);
  });

  it.each([
    ["oral-toxicity", "onset", 15, [1, 634]],
    ["oral-toxicity", "duration", 43, [1, 530]],
    ["weight-loss", "onset", 67, [6, 407]],
    ["weight-loss", "duration", 50, [1, 403]],
    ["skin-reaction", "onset", 25, [1, 630]],
    ["skin-reaction", "duration", 33, null],
  ] as const)("%s of talquetamab: %s of %d days by the label", (outcome, what, median, range) => {
    const { timing } = cohortNamed("monumental-1-label-339", all);
    const times = timing.filter((time) => time.outcome === outcome && time.what === what);
    expect(times).toMatchObject([{ median, range, unit: "days" }]);
  });

  it.each([
    ["orr", 95],
    ["cr", 58],
    ["crs", 90],
    ["crs-3", 5],
    ["icans", 3],
    ["icans-3", 0],
    ["iec-hs", 10],
  ])(
    "%s of ARI0002h in December 2023 is %d %%, of patients that are not printed",
    (outcome, percentPrinted) => {
      const figure = figureOf(cohortNamed("cartbcma-hcb-01-ari0002h", all), outcome, "2023-12");
      expect(figure).toMatchObject({ events: null, n: null, percentPrinted, followUpMonths: 24 });
    },
  );

  it("CARTIFAN-1 has what its news prints of collection and of 12 months", () => {
    const cohort = cohortNamed("cartifan-1-mi-2022", all);
    expect(cohort.baseline).toMatchObject({ n: 48, leukapheresed: 64 });
    expect(landmarkOf(cohort, "pfs", 12)).toMatchObject({
      ...{ survival: 0.77, interval: [0.623, 0.865], n: 48 },
    });
  });
});

describe("extramedullary disease at one centre (Zanwar, abstract)", () => {
  it.each([
    [
      "mayo-emd-car-t",
      { events: 15, n: 20, percentPrinted: 75 },
      { medianMonths: 4.9, interval: [3.1, null] },
    ],
    [
      "mayo-emd-bsab",
      { events: 4, n: 12, percentPrinted: 33 },
      { medianMonths: 2.9, interval: [2.2, null] },
    ],
  ])("%s", (id, response, survival) => {
    const { figures } = entryWith(
      all.subgroups.find((study) => study.id === id),
      id,
    );
    expect(figures).toMatchObject([
      { outcome: "orr", patients: true, ...response },
      { outcome: "pfs", patients: true, ...survival },
    ]);
  });
});

describe("judgements", () => {
  it("leave out a figure that was collected twice", () => {
    const { figures } = cohortNamed("monumental-1-0.4mgkg-qw", all);
    expect(figures.filter(({ outcome }) => outcome === "infection-3")).toHaveLength(1);
  });

  it.each([
    ["magnetismm-3", "orr"],
    ["magnetismm-3", "cr"],
    ["monumental-1-0.8mgkg-q2w", "cr"],
  ])("%s %s does not take the follow-up of the responders", (id, outcome) => {
    expect(figureOf(cohortNamed(id, all), outcome, "fda").followUpMonths).toBeNull();
  });

  it.each([
    ["majestec-1", 11.3, [8.8, 17.1], /Moreau P.*2022;387:495/],
    ["karmma", 8.8, [5.6, 11.6], /Munshi NC.*2021;384:705/],
  ])("%s: the median of %d months cites a reviewed source", (id, months, interval, source) => {
    const { medians, sources } = cohortNamed(id, all);
    const median = medians.find(({ family, cut }) => family === "pfs" && cut === "primary");
    expect(median).toMatchObject({ months, interval });
    const cited = citedSource(sources, median?.source ?? -1);
    expect(cited.citation).toMatch(source);
    expect(cited.tier).toBeLessThan(4);
  });

  it("class cohorts by what their sources say", () => {
    expect(cohortNamed("razzo-teclistamab-us-2025", all).priorBcma).toBe("some");
    expect(cohortNamed("karmma-3-ide-cel", all)).toMatchObject({
      setting: "early",
      settingBasis: expect.stringMatching(/2 to 4 prior lines.*triple-class exposed/),
    });
    expect(cohortNamed("germany-ide-cel-2025", all).settingBasis).toMatch(/more than 3 lines/);
  });
});

it("a sentinel's number infused has the doubt that its file has about the others", () => {
  const doubts = computeSetOf(all).cohorts.flatMap(({ id, figures }) =>
    figures.flatMap(({ collection }) => (collection ? [[id, collection] as const] : [])),
  );
  expect(doubts).toEqual([
    ["cartitude-1", "assumed"],
    ["cartitude-4-cilta-cel", "assumed"],
    ["hansen-ide-cel-us-2023", "waiting"],
  ]);
  const worded = all.cohorts.flatMap(({ id, figures }) =>
    figures.flatMap(({ outcome, definition }) =>
      outcome === "infused" && /assum|waiting/i.test(definition ?? "") ? [id] : [],
    ),
  );
  expect(doubts.map(([id]) => id)).toEqual(worded);
});

it("the patients of KarMMa are those of its source", () => {
  expect(cohortNamed("karmma", all).baseline).toMatchObject({
    ...{ n: 128, medianAge: 61, ageRange: [33, 78], medianPriorLines: 6, priorLinesRange: [3, 16] },
    ...{ issIIIPercent: null, rissIIIPercent: 16, highRiskCytogeneticsPercent: 35 },
    ...{ extramedullaryPercent: 39, tripleClassRefractoryPercent: 84 },
  });
});

describe("patients that cohorts may share", () => {
  const edgeOf = (id: string, overlapping: string) =>
    cohortNamed(id, all).overlaps.find((edge) => edge.with === overlapping);

  it("with a contained cohort are said by which way they came", () => {
    expect(edgeOf("tan-mskcc-teclistamab-2025", "razzo-teclistamab-us-2025")).toMatchObject({
      kind: "possible",
      reason: "by way of dima-teclistamab-us-2025, which razzo-teclistamab-us-2025 contains",
    });
  });

  it.each([
    ["midwest-teclistamab-2025", "dima-teclistamab-us-2025"],
    ["midwest-teclistamab-2025", "razzo-teclistamab-us-2025"],
    ["northwell-teclistamab-2025", "razzo-teclistamab-us-2025"],
    ["mohan-teclistamab-2024", "tan-teclistamab-imwg-2025"],
    ["realitec-teclistamab", "tan-teclistamab-imwg-2025"],
    ["ide-cel-cytopenias-us-2022", "us-consortium-ide-cel-emd-2024"],
    ["ide-cel-cytopenias-us-2022", "ide-cel-age65-us-2024"],
  ])("are of the same centres, which no publication names: %s and %s", (a, b) => {
    const expected = { kind: "possible", reason: expect.stringMatching(/centres may overlap$/) };
    expect(edgeOf(a, b)).toMatchObject(expected);
    expect(edgeOf(b, a)).toMatchObject(expected);
  });
});
