/** The answer to a question, with everything that stands beside its pools. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import { asked } from "#core/question/read-question.ts";
import { citationTexts } from "#data/build/citation-text.ts";
import { readDataFiles } from "#data/build/read-files.ts";
import { check } from "#data/build/validate.ts";
import { provenance } from "#data/generated/provenance.ts";
import type { ApiComparison } from "#server/answers/api-answer.ts";
import { apiAnswer } from "../../../support/api-answer.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";

const textOf = (question: string) => JSON.stringify(apiAnswer(asked(question, dataset)));
const answerTo = (question: string): ApiComparison => JSON.parse(textOf(question));

describe("the answer to outcome=orr", () => {
  it("has the names that are fixed", () => {
    const answer = answerTo("outcome=orr");
    const [row] = answer.outcomes;
    const pool = row?.pools["car-t"];
    for (const [part, names] of [
      [answer, "answerVersion dataVersion query href groups outcomes notes patients selection"],
      [row, "outcome pools contrasts notes"],
      [
        pool,
        "status k trials of missing events n estimate interval predictionInterval tau i2 followUp products studies broader",
      ],
      [pool?.products[0], "product k trials events n estimate interval"],
      [pool?.studies[0], "cohort events n estimate interval weight followUpMonths population"],
      [
        row?.contrasts[0],
        "group against status oddsRatio interval differencePer100 differenceInterval probabilityHigher checks firm",
      ],
    ] as const) {
      for (const name of names.split(" ")) expect(part).toHaveProperty([name]);
    }
    expect(answer.groups).toEqual(["car-t", "bsab"]);
    expect(Object.keys(row?.pools ?? {})).toEqual(["car-t", "bsab"]);
    expect(Object.keys(row?.pools.bsab ?? {}).sort()).toEqual(Object.keys(pool ?? {}).sort());
    expect(row?.contrasts).toMatchObject([{ group: "car-t", against: "bsab", status: "ok" }]);
  });

  it("has heterogeneity in the pools of a frequentist model, and nowhere by default", () => {
    expect(textOf("outcome=orr")).not.toContain("heterogeneity");
    const { pools } = answerTo("outcome=orr&model=reml").outcomes[0] ?? {};
    expect(pools?.["car-t"].heterogeneity).toMatchObject({
      tests: [{ name: "cochran", df: (pools?.["car-t"].k ?? 0) - 1 }],
      tau2Interval: [expect.any(Number), expect.any(Number)],
      i2Interval: [expect.any(Number), expect.any(Number)],
    });
  });

  it("lists every cohort of the data as included, or as excluded with a reason", () => {
    const { included, excluded } = answerTo("outcome=orr").selection;
    expect(included.length + excluded.length).toBe(dataset.cohorts.length);
    for (const one of excluded)
      expect([one.cohort, one.reason]).toEqual([one.cohort, expect.stringMatching(/\w/)]);
  });

  it("rests on the cohorts and patients that the core pools", () => {
    const [row] = answerTo("outcome=orr").outcomes;
    const [own] = screenAnswer(asked("outcome=orr", dataset), dataset).outcomes;
    for (const group of groups) {
      const { k, n } = own?.pools[group] ?? {};
      expect(k).toBeGreaterThan(1);
      expect(row?.pools[group]).toMatchObject({ k, n });
    }
  });

  it("has numbers of six significant digits at most", () => {
    const digits: number[] = [];
    JSON.parse(textOf("outcome=orr"), (_, value) => {
      if (typeof value === "number")
        digits.push(String(value).replace(/^-?0?\.?0*|[.-]/g, "").length);
      return value;
    });
    expect(digits.length).toBeGreaterThan(50);
    expect(Math.max(...digits)).toBeLessThanOrEqual(6);
  });
});

describe("an answer", () => {
  const widest = "availability=any&lines=any&evidence=all&target=any&prior-bcma=any&regimen=any";

  it.each(["efficacy", "toxicity", "survival"])("cites a source for every %s figure", (group) => {
    const { outcomes } = answerTo(`${widest}&outcome=${group}`);
    const studies = outcomes.flatMap(({ pools }) => [
      ...pools["car-t"].studies,
      ...pools.bsab.studies,
    ]);
    expect(studies.length).toBeGreaterThan(20);
    const uncited = studies.filter(({ citation }) => !citation || citation.text.trim() === "");
    expect(uncited.map(({ cohort }) => cohort)).toEqual([]);
  });

  it("lists the medians of the selected cohorts beside a landmark, each with its source", () => {
    const { outcomes, selection } = answerTo(`${widest}&outcome=pfs-12,pfs-24,os-12`);
    const selected = new Set(selection.included.map(({ cohort }) => cohort));
    const [pfs12, pfs24, os12] = outcomes;
    for (const group of ["car-t", "bsab"] as const) {
      const medians = pfs12?.pools[group].medians ?? [];
      expect(medians.length).toBeGreaterThan(2);
      expect(new Set(medians.map(({ cohort }) => cohort)).size).toBe(medians.length);
      for (const { cohort, months, interval, citation } of medians) {
        expect(selected.has(cohort)).toBe(true);
        expect(months).toBeGreaterThan(0);
        for (const end of interval ?? []) expect(end === null || end >= 0).toBe(true);
        expect(citation?.text).toMatch(/\w/);
      }
      expect(pfs24?.pools[group].medians).toEqual(medians);
      expect(os12?.pools[group].medians).not.toEqual(medians);
    }
  });

  it("has a CAR-T benefit over all who were to be treated, from the cohorts of denominator=enrolled", () => {
    let known = 0;
    for (const text of ["", "lines=2", "evidence=all&lines=any&availability=any&target=any"]) {
      const usual = answerTo(text);
      const intentionToTreat = answerTo(`denominator=enrolled${text && "&"}${text}`);
      for (const [index, { outcome, direction, pools }] of usual.outcomes.entries()) {
        const found = pools["car-t"].intentionToTreat;
        const there = intentionToTreat.outcomes[index]?.pools["car-t"];
        expect(pools.bsab.intentionToTreat).toBeNull();
        expect(there?.intentionToTreat).toBeNull();
        expect(found !== null, outcome).toBe(direction === "benefit" && outcome !== "infused");
        if (!found || !there) continue;
        const { k, events, n, estimate, interval } = there;
        expect(found, outcome).toMatchObject({ k, events, n, estimate, interval });
        expect(found.studies).toEqual(there.studies);
        known += k;
      }
    }
    expect(known).toBeGreaterThan(3);
  });

  it("counts responses over all with cells collected where that is known, and says where", () => {
    const usual = answerTo("outcome=orr,cr,crs-3");
    const collected = answerTo("denominator=collected&outcome=orr,cr,crs-3");
    let derived = 0;
    for (const [index, { outcome, pools }] of collected.outcomes.entries()) {
      const before = usual.outcomes[index]?.pools["car-t"];
      const { studies } = pools["car-t"];
      expect(studies.map(({ cohort }) => cohort)).toEqual(
        before?.studies.map(({ cohort }) => cohort),
      );
      // The counts beside the pool of the usual question are those that are pooled here.
      const known = before?.intentionToTreat?.collected?.cohorts ?? [];
      const changed = studies.filter(({ n }, at) => n !== before?.studies[at]?.n);
      expect(
        changed.map(({ cohort, events, n }) => ({ cohort, events, n })),
        outcome,
      ).toEqual(known.map(({ cohort, collected: count }) => ({ cohort, ...count })));
      expect(changed.map((study) => study.derived ?? false)).toEqual(
        known.map((one) => one.derived),
      );
      for (const { citation, text } of known) {
        expect(citation?.text).toMatch(/\w/);
        expect(before?.intentionToTreat?.collected?.text).toContain(" of 100 infused and ");
        expect(text).toMatch(/derived|printed/);
      }
      derived += known.filter((one) => one.derived).length;
    }
    expect(derived).toBeGreaterThan(0);
    expect(collected.notes.map(({ text }) => text).join(" ")).toContain("collected");
    expect(usual.notes.map(({ code }) => code)).toContain("patients-counted");
  });

  it("lists medians of survival over all patients, and of response over responders only", () => {
    const { outcomes } = answerTo(`${widest}&outcome=pfs-12,os-12,dor-12`);
    for (const { outcome, pools } of outcomes) {
      for (const { cohort, months } of [...pools["car-t"].medians, ...pools.bsab.medians]) {
        const family = outcome.split("-")[0];
        const printed = provenance[cohort]?.medians.filter(
          (one) => one.family === family && one.months === months,
        );
        const wanted = family === "dor" ? ["responders"] : ["treated", "safety", "randomised"];
        expect(printed?.some(({ population }) => wanted.includes(population))).toBe(true);
      }
    }
  });

  it("never rests on a figure that nobody reviewed", () => {
    const { outcomes } = answerTo(widest);
    const tiers = outcomes
      .flatMap(({ pools }) => [...pools["car-t"].studies, ...pools.bsab.studies])
      .map(({ citation }) => citation?.tier);
    expect(tiers.filter((tier) => tier === undefined || tier > 3)).toEqual([]);
  });

  it("cites the locator of the very figure it pools", () => {
    const { evidence } = check(readDataFiles(join(import.meta.dirname, "../../../../data")));
    const cited = citationTexts(evidence.references);
    const { outcomes } = answerTo(`${widest}&outcome=efficacy,survival,toxicity`);
    const wrong = outcomes.flatMap(({ outcome, pools }) =>
      [...pools["car-t"].studies, ...pools.bsab.studies].filter((study) => {
        const cohort = evidence.cohorts.find(({ id }) => id === study.cohort);
        const figure =
          cohort?.figures.find((one) => one.outcome === outcome && one.cut === study.cut) ??
          cohort?.landmarks.find(
            (one) => `${one.family}-${one.month}` === outcome && one.cut === study.cut,
          );
        const source = cohort?.sources[figure?.source ?? -1];
        return (
          figure?.locator !== study.citation?.locator ||
          (source && cited(source)) !== study.citation?.text
        );
      }),
    );
    expect(wrong.map(({ cohort, cut }) => [cohort, cut])).toEqual([]);
  });
});
