/** What an opened row says: of made answers, and of each row of the default one, as the API has its digits. */
import { describe, expect, it } from "vitest";
import type { Comparison, OutcomeComparison, Pool } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import type { OpenedRow } from "#presentation/statement/opened-row.ts";
import { pointOf } from "#presentation/statement/reported.ts";
import { english } from "#presentation/words/catalogue.ts";
import { probability } from "#presentation/words/ratios.ts";
import { compareWithSources } from "#server/answers/make-comparison.ts";
import { contrast, row } from "../../../support/answers.ts";
import {
  bispecific,
  cohort,
  datasetOf,
  landmark,
  untold,
  widestBut,
} from "../../../support/cohorts.ts";
import { read, to } from "../../../support/in-process.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { openedOf } from "../../../support/opened-row.tsx";
import { asked } from "../../../support/queries.ts";

const { detail: words } = english;

function firstOf({ outcomes: [first] }: Comparison): OutcomeComparison {
  if (!first) throw new Error("no row");
  return first;
}

const openedTo = (question: string) =>
  openedOf(firstOf(compareInWords(asked(question, dataset), dataset)));

describe("the contrast in a statistician's words", () => {
  const said = (one: OutcomeComparison) => openedOf(one).sure.statistics.join(" ");

  it("speaks of a higher rate where events are counted", () => {
    const one = row({ contrasts: [contrast({ probabilityHigher: 0.94 })] });
    expect(said(one)).toContain("probability of a higher rate with CAR-T 94 %");
  });

  it("speaks of patients who do well where survival is counted, in the direction of the difference", () => {
    const at = (survival: number) => ({ landmarks: [landmark("pfs-12", survival)] });
    const two = [0, 1].flatMap((index) => [
      untold(cohort)(`c${index}`, at(0.8)),
      untold(bispecific)(`b${index}`, at(0.6)),
    ]);
    const pfs = firstOf(compareInWords(widestBut({ outcome: ["pfs-12"] }), datasetOf(two)));
    const [between] = pfs.contrasts;
    if (between?.probabilityHigher == null) throw new Error("nothing to contrast");
    // More patients alive means a lower hazard, so the three numbers must point in the same
    // direction.
    expect(between.probabilityHigher > 0.5).toBe((between.hazardRatio ?? 1) < 1);
    expect(between.probabilityHigher > 0.5).toBe((between.differencePer100 ?? 0) > 0);
    expect(said(pfs)).toContain(
      `probability that more do well with alpha-cel or another ${probability(between.probabilityHigher)}`,
    );
  });
});

describe("heterogeneity", () => {
  it("is told of each class by another model than the default one", () => {
    const shown = (text: string) =>
      openedTo(`outcome=orr${text}`).sure.statistics.filter((line) =>
        line.startsWith("Heterogeneity, "),
      );
    expect(shown("")).toEqual([]);
    const line =
      /: Q [\d.]+ on \d+ df, P [=<].*; τ² [\d.]+ \([\d.]+ to [\d.]+\); I² \d+ % \(\d+ to \d+\)\.$/;
    expect(shown("&model=reml")).toEqual([
      expect.stringMatching(line),
      expect.stringMatching(line),
    ]);
  });

  it("has no interval where it is not known", () => {
    const { test: _, ...said } = words.heterogeneity;
    expect(said.tau2("412.00", null)).toBe("τ² 412.00");
    expect(said.i2("99", null)).toBe("I² 99 %");
  });
});

it("a figure that is not pooled is shown with its number, its follow-up and the reason", () => {
  const { said } = openedTo("outcome=infection-3").sources.notPooled;
  // KarMMa at 24 months, source: review table of infections (data/cohorts/karmma.json).
  const karmma = said.find(({ label }) => label === "KarMMa");
  expect(karmma?.text).toMatch(/^28 of 128 at 24-month follow-up/);
});

describe("the published pools in an opened row", () => {
  it("have number, interval, size, age, differences, agreement and a link", () => {
    const response = firstOf(compareInWords(asked("outcome=orr", dataset), dataset));
    const [first] = response.published?.pools["car-t"] ?? [];
    const { published } = openedOf(response).others;
    if (!published || !first) throw new Error("nothing was published");
    const one = published.analyses.find(({ href }) => href === first.href);
    expect(one?.rates[0]?.rate).toContain(`${Math.round((first.estimate ?? 0) * 100)} of 100`);
    expect(one?.facts).toContain(`searched to ${first.searchedTo}`);
    expect(JSON.stringify(one)).not.toContain(`${first.studies} studies`);
    const all = published.analyses;
    expect(all.map((each) => each.contrast)).toContain("odds ratio 3.9 (1.8–8.8)");
    expect(published.note).toContain(words.published.direction.same);
    const others = all.flatMap(({ rates }) => rates.filter(({ ofWhom }) => ofWhom !== ""));
    expect(others).toContainEqual(
      expect.objectContaining({
        ofWhom: expect.stringContaining("≥ 2 prior lines; "),
        rate: expect.stringMatching(/^83 of 100/),
      }),
    );
  });

  it("say that there are none only where none is held", () => {
    const said = (outcome: string) => openedTo(`outcome=${outcome}`).others.published?.held ?? "";
    expect(said("infused")).toContain("None is known of this outcome.");
    for (const outcome of ["infection-3", "infection", "ae-3"]) {
      expect(said(outcome), outcome).toMatch(/nown, not shown: \d+ pooled numbers/);
      expect(said(outcome), outcome).not.toContain("None is known");
    }
    expect(said("death-crs")).not.toContain("None is known");
    const rates = (outcome: string) =>
      openedTo(`outcome=${outcome}`).others.published?.analyses.flatMap((one) =>
        one.rates.map(({ rate }) => rate),
      );
    expect(rates("infection-3")).toContainEqual(
      expect.stringContaining("30 of 100 (no interval printed)"),
    );
    expect(rates("death-infection")).toContainEqual(
      expect.stringContaining("45 patients (no rate printed)"),
    );
  });

  it("are not spoken of where it is not known what was published", () => {
    expect(openedOf(row()).others.published).toBeNull();
  });
});

const percent = (rate = Number.NaN) => Math.round(rate * 100);
const range = (interval: Pool["interval"]) =>
  `(${percent(interval?.[0])}–${percent(interval?.[1])})`;
/** As printed: "<1" for what rounds to 1 or to nothing. */
const printed = (line: { rate: string; range: string } | null | undefined) =>
  line && `${line.rate.replace(/^[<>]/, "")} ${line.range}`;

describe("each opened row of the default answer", async () => {
  const answer = compareWithSources(asked("", dataset), english);
  const all = await Promise.all(
    answer.outcomes.map(async (one) => ({
      one,
      row: await read<OpenedRow>(to(`/v1/screen/${one.outcome}`, "")),
    })),
  );
  const pools = all.flatMap(({ one, row: opened }) =>
    groups.map((group) => ({
      pool: one.pools[group],
      opened,
      tables: opened.trials.tables.filter((table) => table.group === group),
    })),
  );

  it("has of each trial its count, rate, exact interval and weight", () => {
    for (const { pool, tables } of pools) {
      const lines = tables.flatMap((table) => table.lines);
      for (const { cohort: id, events, n, estimate, interval, weight } of pool.studies) {
        const counted = lines.find((line) => line.cohort === id)?.counted;
        if (events !== null) expect(counted?.count).toBe(`${events} of ${n}`);
        expect(printed(counted)).toBe(`${percent(estimate)} ${range(interval)}`);
        expect(counted?.weight).toContain(`${Math.round(weight)} %`);
      }
    }
  });

  it("ends its trials with the pooled line and what a new trial may show", () => {
    const pooled = pools.filter(({ pool }) => pool.k > 1 && pool.estimate !== null);
    expect(pooled.length).toBeGreaterThan(5);
    for (const { pool, tables } of pooled) {
      if (pool.observed !== null) continue;
      const [typical, another] = tables[0]?.together ?? [];
      expect(typical).toMatchObject({ what: "pool", name: words.trials.typical });
      expect(printed(typical)).toBe(
        `${percent(pool.estimate ?? undefined)} ${range(pool.interval)}`,
      );
      expect(another).toMatchObject({
        what: "prediction",
        name: words.trials.prediction,
        range: range(pool.predictionInterval),
      });
    }
  });

  it("has an axis that holds the rate of each trial, and no more room than that needs", () => {
    const ends = all.flatMap(({ one, row: { trials } }) => {
      if (trials.tables.length === 0) return [];
      const [, , end] = trials.ticks;
      const most = Math.max(
        ...groups.flatMap((group) => [
          ...one.pools[group].studies.map(({ estimate }) => 100 * estimate),
          ...one.pools[group].notPooled.map((figure) => 100 * (pointOf(figure) ?? 0)),
        ]),
      );
      expect(most).toBeLessThanOrEqual(end);
      return end;
    });
    expect(new Set(ends)).toEqual(new Set([20, 50, 100]));
  });

  it("says where each figure was printed, and leads to each trial's own paper", () => {
    for (const { pool, opened } of pools) {
      for (const { cohort: id, citation } of pool.studies) {
        const source = opened.sources.cited.find((one) => one.cohort === id);
        expect(source?.citation?.text).toBe(citation?.text);
        expect(source?.locator).toBe(citation?.locator ?? "");
        expect(source?.publication).toBe(citation?.publication ?? null);
        if (citation?.publication == null) continue;
        expect(citation.publication).toMatch(
          /^https:\/\/(doi\.org|clinicaltrials\.gov|pubmed\.ncbi\.nlm\.nih\.gov|(www|pmc)\.ncbi\.nlm\.nih\.gov)\//,
        );
      }
    }
  });

  it("has every caution and every reason for the certainty", () => {
    for (const { one, row: opened } of all) {
      const { products, trials, sure } = opened;
      const notes = [...products.notes, ...trials.notes, ...sure.notes];
      for (const { text } of [...one.cautions, ...one.certainty.reasons]) {
        expect(notes).toContain(text);
      }
      const { level } = one.certainty;
      expect(sure.certainty).toBe(
        level === "not-rated" ? null : `Certainty ${level.replace("-", " ")}`,
      );
    }
  });

  it("names the cohorts that were not pooled, each with the reason", () => {
    for (const { pool, opened } of pools) {
      const { said, silent } = opened.sources.notPooled;
      for (const { cohort: id, label, code, reason, events, n } of pool.notPooled) {
        if (code === "not-reported") {
          expect(silent).toContain(label);
          continue;
        }
        const text = said.find((one) => one.cohort === id)?.text;
        expect(text).toContain(reason);
        if (events !== null && n !== null) expect(text).toMatch(new RegExp(`^${events} of ${n}`));
      }
    }
  });
});
