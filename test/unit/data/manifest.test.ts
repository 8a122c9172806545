/** The imported cohorts, Roex rows and published results against the numbers of the collected files. */
import { describe, expect, it } from "vitest";
import type { Cohort, Figure, Landmark } from "../../../data/schema.ts";
import { roexCohorts, roexLinks } from "../../../data/tools/roex-rows.ts";
import { cohortNamed, evidence, found, unsaid } from "./files.ts";
import { type CollectedCohort, collectedCohorts, publishedResults, roex } from "./manifests.ts";

const all = evidence();

/** Cohorts that nobody collected: their figures were typed into `data/cohorts` from the source. */
const writtenByHand: readonly string[] = [];

/** Collected figures that the project does not carry, by cohort and key. */
const leftOut: Readonly<Record<string, string>> = {
  "ide-cel-cytopenias-us-2022 cytopeniaGrade3PlusDay30": "any cytopenia is no outcome of ours",
  "ide-cel-cytopenias-us-2022 cytopeniaGrade3PlusDay90": "any cytopenia is no outcome of ours",
  "monumental-1-0.4mgkg-qw infectionGrade3Plus": "collected twice, see infectionGrade3Plus@18.8mo",
  "sidana-cilta-cel-us-2025 delayedNeurotoxicityAny": "delayed neurotoxicity is no outcome of ours",
  "sidana-cilta-cel-us-2025 secondPrimaryMyeloid": "part of the second primary malignancies",
  "sidana-ide-cel-cibmtr-2025 secondPrimaryMyeloid": "part of the second primary malignancies",
};

const roexCut = "roex-2020";

/** Cuts with another name than the key's suffix: by cohort and key, or by cohort and suffix. */
const namedOtherwise: Readonly<Record<string, string>> = {
  // Read in Table 1 of the meta-analysis of 2020, so the same cut as its row.
  "cd19-bcma-combined-2022 @yan2019": roexCut,
  "crb-401-raje-2019 @asco2018-n43": roexCut,
  "crb-402-bb21217 @ash2019-n38": roexCut,
  "crb-402-bb21217 crsGrade3Plus@ash2019": roexCut,
  "ct103a-wang-2021 @ash2019": roexCut,
  "fcarh143-gsi-cowan-2023 @cut2019-n10": roexCut,
  "jcarh125-evolve @2019-n44": roexCut,
  "nci-car-bcma-brudno-2018 neurotoxicityAny@unresolved": roexCut,
  // Without a suffix, but not of the primary publication.
  "cartitude-1 deathCrs": "29.9mo",
  "cartitude-1 lymphopeniaGrade3Plus": "33.4mo",
  "cartitude-1 neutropeniaAny": "33.4mo",
  "ct053-phase-1 neurotoxicityAny": "2019",
  "ct053-phase-1 treatmentRelatedDeath": "2021",
  "ct053-phase-1 vgprOrBetter": "2019",
  "lummicar-1 treatmentRelatedDeath": "2021",
  "magnetismm-3 vgprOrBetter": "approval-cut",
};

/** Medians whose collected interval the better of two sources does not print. */
const intervalLeftOut: readonly string[] = ["karmma pfs"];

const outcomeOf = new Map(
  all.outcomes
    .filter(({ kind }) => kind === "count")
    .map(({ evidenceKey, id }) => [evidenceKey, id]),
);

/** `cohortsAB` and `cohorts-ab` are one name. */
const letters = (name: string): string => name.toLowerCase().replaceAll("-", "");

/** A figure as text, so that two lists of them can be held against each other. */
const textOf = (
  outcome: string,
  cut: string,
  { events, n, derived }: Pick<Figure, "events" | "n" | "derived">,
  percent: number | null,
): string =>
  `${outcome} (${letters(cut)}): ${events}/${n}, ${percent} %${derived ? ", derived" : ""}`;

function expectedFigures({ id, figures }: CollectedCohort): string[] {
  return figures.flatMap(([key, events, n, percentPrinted, derived]) => {
    if (`${id} ${key}` in leftOut) return [];
    const [evidenceKey = "", suffix = "primary"] = key.split("@");
    const cut = namedOtherwise[`${id} ${key}`] ?? namedOtherwise[`${id} @${suffix}`] ?? suffix;
    const percent = percentPrinted === null ? null : Number(percentPrinted);
    const outcome = found(outcomeOf.get(evidenceKey), `an outcome for ${id} ${key}`);
    return textOf(outcome, cut, { events, n, derived }, percent);
  });
}

/** What the meta-analysis of 2020 printed of a cohort is in the manifest of its rows, unless it was collected too. */
function carriedFigures({ figures }: Cohort, expected: readonly string[]): string[] {
  return figures
    .filter(({ outcome }) => outcome !== "infused")
    .map((figure) => ({
      text: textOf(figure.outcome, figure.cut, figure, figure.percentPrinted),
      cut: figure.cut,
    }))
    .filter(({ text, cut }) => cut !== roexCut || expected.includes(text))
    .map(({ text }) => text);
}

const percentOf = (survival: number): number => Math.round(survival * 100_000) / 1000;

/** `dor@fda` for the named cuts of a collected family, the bare family for all others. */
function familyKey({ family, cut }: Pick<Landmark, "family" | "cut">, keys: Set<string>): string {
  const named = [...keys].find((key) => letters(key) === letters(`${family}@${cut}`));
  return named ?? family;
}

function carriedSurvival({ landmarks, medians }: Cohort, collectedAs: CollectedCohort) {
  const keys = new Set([...collectedAs.landmarks, ...collectedAs.medians].map(([key]) => key));
  return {
    landmarks: landmarks.map((landmark) => [
      familyKey(landmark, keys),
      landmark.month,
      percentOf(landmark.survival),
      landmark.interval?.map(percentOf) ?? null,
    ]),
    medians: medians.map((median) => [familyKey(median, keys), median.months, median.interval]),
  };
}

const sorted = <T>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

describe.each(collectedCohorts.map((cohort) => [cohort.id, cohort] as const))(
  "%s",
  (id, cohort) => {
    const ours = cohortNamed(id, all);

    it("carries every collected figure once, and no other", () => {
      const expected = expectedFigures(cohort);
      expect(sorted(carriedFigures(ours, expected))).toEqual(sorted(expected));
    });

    it("cites what was collected, in its order, and loses no word of it", () => {
      const lost = cohort.citations.map((citation, index) =>
        unsaid(citation, found(ours.sources[index], citation)),
      );
      expect(lost).toEqual(cohort.citations.map(() => []));
    });

    it("carries every collected landmark and median once, and no other", () => {
      const { landmarks, medians } = carriedSurvival(ours, cohort);
      expect(sorted(landmarks)).toEqual(sorted(cohort.landmarks));
      const expected = cohort.medians.map(([family, months, interval]) => [
        family,
        months,
        intervalLeftOut.includes(`${id} ${family}`) ? null : interval,
      ]);
      expect(sorted(medians)).toEqual(sorted(expected));
    });
  },
);

const placeOf = (row: string): string =>
  found(roexLinks[row] ?? roexCohorts[row]?.id, `the cohort of ${row}`);

function roexFigures(row: string): Record<string, [number | null, number | null]> {
  return Object.fromEntries(
    cohortNamed(placeOf(row), all)
      .figures.filter(({ cut }) => cut === roexCut)
      .map(({ outcome, events, n }) => [outcome, [events, n]]),
  );
}

describe("the table of Roex 2020", () => {
  it.each(roex.rows.map((row) => [row.id, row] as const))("is carried in row %s", (id, row) => {
    const { nToxicity, nResponse, crOrScr, vgpr, overallResponse } = row;
    const responses: Record<string, number | null> = {
      orr: overallResponse,
      // One row prints (s)CR and VGPR as one number: 26 % of 19.
      vgpr: id === "R20" ? 5 : crOrScr === null || vgpr === null ? null : crOrScr + vgpr,
      cr: crOrScr,
    };
    const printed = Object.entries(responses).filter(([, events]) => events !== null);
    expect(roexFigures(id)).toEqual({
      crs: [row.crs, nToxicity],
      "crs-3": [row.crsGrade3Plus, nToxicity],
      neurotoxicity: [row.neurotoxicity, nToxicity],
      ...Object.fromEntries(printed.map(([outcome, events]) => [outcome, [events, nResponse]])),
    });
  });

  it.each([
    ["crs-any-all", "crs"],
    ["crs-grade3plus-all", "crs-3"],
    ["neurotox-all", "neurotoxicity"],
    ["orr-all", "orr"],
    ["cr-all", "cr"],
  ])("gives the counts of the pool %s", (id, outcome) => {
    const { rows, events, n } = found(
      roex.pooled.find((pool) => pool.id === id),
      id,
    );
    const counted = roex.rows.flatMap((row) => {
      const figure = roexFigures(row.id)[outcome];
      return figure ? [[row.id, ...figure]] : [];
    });
    expect(counted).toEqual(rows.map((row, index) => [row, events[index], n[index]]));
  });

  it("is carried nowhere else", () => {
    const holders = all.cohorts.filter(({ figures }) => figures.some(({ cut }) => cut === roexCut));
    const places = roex.rows.map(({ id }) => placeOf(id));
    expect(sorted(holders.map(({ id }) => id))).toEqual(sorted(places));
  });

  it("stands alone where nothing else was collected", () => {
    for (const { id } of Object.values(roexCohorts)) {
      const { figures, landmarks, medians } = cohortNamed(id, all);
      expect(figures.filter(({ cut }) => cut !== roexCut)).toEqual([]);
      expect([...landmarks, ...medians]).toEqual([]);
    }
  });
});

/** Keys that published results use in other ways than cohorts do. */
const publishedOutcomes: Readonly<Record<string, string>> = {
  pfs12: "pfs-12",
  os12: "os-12",
  dor12: "dor-12",
  deathInfectionCount: "death-infection",
  deathCrsCount: "death-crs",
  deathNeurotoxicityCount: "death-neurotoxicity",
};

/** Publications found later, written from what they print. */
const publishedByHand = ["fourth-line-by-class", "teclistamab-real-world-2024"];

describe("published results", () => {
  const citations = [...new Set(publishedResults.map(({ citation }) => citation))];

  it("are of the publications that were collected", () => {
    const named = citations.map((citation) =>
      all.published.filter((one) => unsaid(citation, one).length === 0).map(({ id }) => id),
    );
    expect([...named.flat(), ...publishedByHand].sort()).toEqual(
      all.published.map(({ id }) => id).sort(),
    );
    expect(named.every((ids) => ids.length === 1)).toBe(true);
  });

  it.each(citations)("of %s are carried in order", (citation) => {
    const { results } = found(
      all.published.find((one) => unsaid(citation, one).length === 0),
      citation,
    );
    const theirs = publishedResults.filter((one) => one.citation === citation);
    expect(
      results.map(({ outcome, measure, group, comparison, ...result }) => ({
        what: outcome ?? letters(found(measure ?? undefined, "a measure").replaceAll(" ", "")),
        group,
        pct: result.estimatePercent,
        interval: result.intervalPercent,
        value: comparison?.value ?? null,
        effectInterval: comparison?.interval ?? null,
      })),
    ).toEqual(
      theirs.map(({ outcome, value, ...result }) => ({
        what: outcomeOf.get(outcome) ?? publishedOutcomes[outcome] ?? letters(outcome),
        group: result.class.replace("the seed text", "Vandenboom 2025 text"),
        pct: result.pct,
        interval: result.interval,
        value: typeof value === "number" ? value : null,
        effectInterval: result.effectInterval,
      })),
    );
  });
});

describe("what is not compared", () => {
  it("is named, and needed", () => {
    const needed = collectedCohorts.flatMap(({ id, figures, medians }) => [
      ...figures.flatMap(([key]) => [`${id} ${key}`, `${id} @${key.split("@")[1]}`]),
      ...medians.flatMap(([family, , interval]) => (interval ? [`${id} ${family}`] : [])),
    ]);
    const exceptions = [leftOut, namedOtherwise].flatMap((table) => Object.keys(table));
    expect([...exceptions, ...intervalLeftOut].filter((key) => !needed.includes(key))).toEqual([]);
  });

  it("is no cohort: each was collected, is a row of Roex 2020 or was written by hand", () => {
    const known = [
      ...collectedCohorts.map(({ id }) => id),
      ...Object.values(roexCohorts).map(({ id }) => id),
      ...writtenByHand,
    ];
    expect(sorted(all.cohorts.map(({ id }) => id))).toEqual(sorted(known));
  });
});
