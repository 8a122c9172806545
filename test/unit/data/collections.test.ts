import { describe, expect, it } from "vitest";
import { makeStudyCollections } from "#data/build/collections.ts";
import { collections } from "#data/generated/collections.ts";
import { evidence, textOf } from "./files.ts";

const { subgroups, comparisons } = evidence();

/** Copied a second time from the source; `sentinels-figures.csv` has figures of other subgroups. */
it("extramedullary disease by ide-cel in practice has its ratio", () => {
  const study = subgroups.find(({ id }) => id === "us-consortium-ide-cel-emd-2024");
  const figure = study?.figures.find(
    ({ level, outcome }) => level === "no EMD" && outcome === "pfs",
  );
  expect(figure?.effect).toMatchObject({
    ...{ measure: "hazard-ratio", value: 1.5, interval: [1.1, 2.2] },
    ...{ of: "EMD", against: "none", adjustment: "multivariable" },
  });
});

it("the matching-adjusted comparison says what is more with which side", () => {
  const maic = comparisons.find(({ id }) => id === "maic-cilta-cel-ide-cel-2026");
  expect(maic?.figures.find(({ outcome }) => outcome === "os")).toMatchObject({
    ...{ of: "cilta-cel", against: "ide-cel", p: "0.0452" },
    effect: {
      ...{ measure: "hazard-ratio", value: 0.58, interval: [0.34, 0.99], moreEventsAbove: "of" },
    },
  });
});

it("a review's direction has no number invented for it", () => {
  const review = comparisons.find(({ kind }) => kind === "indirect-review");
  expect(review?.figures).toHaveLength(14);
  for (const { effect, favours } of review?.figures ?? []) {
    expect([effect, favours]).toEqual([null, "of"]);
  }
});

describe("what does not fit", () => {
  const reported = [...subgroups, ...comparisons].flatMap((study) =>
    study.figures.map((figure) => ({ study: study.id, ...figure })),
  );

  it("is kept as printed and named as odd", () => {
    const odd = reported.filter(({ oddity }) => oddity !== null);
    expect(
      odd.map(({ study, outcome, percentPrinted }) => [study, outcome, percentPrinted]),
    ).toEqual(
      expect.arrayContaining([
        ["us-consortium-teclistamab-age", "orr", 62],
        ["dima-car-t-emd-2024", "orr", 58],
        ["single-institution-emd-toxicity", "cr", 20],
        ["habib-car-t-renal-2026", "icans", 60],
        ["one-centre-t-cell-redirection", "orr", 97.1],
        ["trinetx-car-t-teclistamab", "survival-at-end", 56.7],
      ]),
    );
    expect(odd).toHaveLength(11);
  });

  it("counts nowhere if the source contradicts itself, and else stands as it is", () => {
    const studiesOf = (kind: string) => [
      ...new Set(reported.filter(({ oddity }) => oddity?.kind === kind).map(({ study }) => study)),
    ];
    expect(studiesOf("contradiction").sort()).toEqual([
      "habib-car-t-renal-2026",
      "trinetx-car-t-teclistamab",
    ]);
    expect(studiesOf("remark")).toContain("us-consortium-teclistamab-age");
  });

  it("is true of percentages that no count is said to fit", () => {
    for (const { oddity, n, percentPrinted } of reported) {
      if (!oddity?.text.includes("fits no count") || n === null || percentPrinted === null)
        continue;
      const counts = Array.from({ length: n + 1 }, (_, events) => Math.round((100 * events) / n));
      expect(counts).not.toContain(percentPrinted);
    }
  });
});

describe("tiers", () => {
  it("follow from the kind of source, but for a review's table", () => {
    const sources = [...subgroups, ...comparisons].flatMap((study) => study.sources);
    for (const source of sources) {
      const { kind, tier } = source;
      if (/^Systematic review|\[Review/.test(textOf(source))) expect(tier).toBe(2);
      else if (kind === "news") expect(tier).toBe(3);
      else expect(tier).toBe(["congress", "press", "review"].includes(kind) ? 2 : 1);
    }
  });
});

describe("the generated module", () => {
  it("holds both collections", () => {
    expect(collections).toEqual(makeStudyCollections(evidence(), textOf));
  });
});
