/** What an opened row says: of made answers, and of each row of the default one, as the API has its digits. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import { adjustedComparisonsOf } from "#core/others/adjusted-comparisons.ts";
import { comparisons } from "#data/generated/collections.ts";
import { pointOf } from "#presentation/statement/figures.ts";
import { type OpenedRow, openedRowOf } from "#presentation/statement/opened-row.ts";
import type { ApiComparison, ApiPool, ApiRow } from "#presentation/words/api-answer.ts";
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

function firstOf({ outcomes: [first] }: ApiComparison): ApiRow {
  if (!first) throw new Error("no row");
  return first;
}

const openedTo = (question: string) =>
  openedOf(firstOf(compareInWords(asked(question, dataset), dataset)));

describe("the contrast in a statistician's words", () => {
  const said = (one: ApiRow) => openedOf(one).sure.statistics.join(" ");

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
    // Only a published set pools it.
    const made = { id: "made", name: "Made", used: null, pins: {} };
    const sets = [{ ...made, cohorts: two.map(({ id }) => id) }];
    const query = widestBut({ set: "made", outcome: ["pfs-12"] });
    const pfs = firstOf(compareInWords(query, datasetOf(two, { sets })));
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
  const { said } = openedTo("outcome=orr&availability=any").sources.notPooled;
  // Reported by trade news only (data/cohorts/lummicar-1-phase-2.json).
  const lummicar = said.find(({ label }) => label.startsWith("LUMMICAR STUDY 1, phase 2"));
  expect(lummicar?.text).toMatch(/^94 of 102 at 20\.3-month follow-up/);
  expect(lummicar?.text).toContain("only in a source that nobody reviewed");
});

it("the studies that the line of a row rests on come first, all of them", () => {
  const answer = compareInWords(asked("outcome=os-12", dataset), dataset);
  const own = new Set(firstOf(answer).headToHead.flatMap(({ studies }) => studies));
  expect(own.size).toBeGreaterThan(2);
  const beside = {
    leaveOneOut: null,
    timing: [],
    compared: adjustedComparisonsOf(comparisons, { row: "os-12" }),
    copied: { text: "", html: "" },
    outcomeLabel: String,
  };
  const { compared, moreCompared } = openedRowOf(firstOf(answer), answer, beside, english).others;
  const labels = comparisons.filter(({ id }) => own.has(id)).map(({ label }) => label);
  expect(compared.map(({ label }) => label).sort()).toEqual(labels.sort());
  expect(moreCompared).toBeGreaterThan(0);
});

describe("the published pools in an opened row", () => {
  const publishedIn = (outcome: string) => openedTo(`outcome=${outcome}`).others.published;

  it("have number, interval, size, age, patients and a link", () => {
    const response = firstOf(compareInWords(asked("outcome=orr", dataset), dataset));
    const [first] = response.published?.pools["car-t"] ?? [];
    const { published } = openedOf(response).others;
    if (!published || !first) throw new Error("nothing was published");
    const one = published.analyses.find(({ href }) => href === first.href);
    expect(one?.rates[0]?.rate).toContain(`${Math.round((first.estimate ?? 0) * 100)} of 100`);
    expect(one?.facts).toBe(`searched to ${first.searchedTo}`);
    const all = published.analyses;
    expect(all.map(({ contrast }) => contrast)).toContain("odds ratio 3.9 (1.8–8.8)");
    expect(all.map(({ facts }) => facts)).toContain("searched to 2024-05-31");
    expect(all.flatMap(({ rates }) => rates)).toContainEqual(
      expect.objectContaining({
        ofWhom: "BCMA only, ≥ 2 prior lines",
        rate: expect.stringMatching(/^83 of 100/),
      }),
    );
  });

  it("say that there are none only where there are none", () => {
    expect(publishedIn("infused")).toEqual({ note: words.published.none, analyses: [] });
    const rates = (outcome: string) =>
      publishedIn(outcome)?.analyses.flatMap((one) => one.rates.map(({ rate }) => rate));
    expect(rates("infection-3")).toContain("30 of 100 (no interval)");
    expect(rates("death-infection")).toContainEqual(
      expect.stringContaining("45 patients (no rate printed)"),
    );
  });

  it("say where a class here lies outside of all, and which survival our trials do not allow", () => {
    expect(publishedIn("infection-3")?.note).toContain(
      "Bispecifics above all 6 published pools (24–30).",
    );
    expect(publishedIn("pfs-12")?.note).toContain(
      "73 of 100 with CAR-T is more than the trials here allow: the median was 8.8 months in KarMMa.",
    );
  });

  it("say on how much of a repeated set the row rests", () => {
    const { published } = openedTo("outcome=orr&set=vandenboom-2025").others;
    expect(published?.note).toMatch(/Here: a figure of \d+ of its 26 groups of patients\.$/);
  });

  it("are not spoken of where it is not known what was published", () => {
    expect(openedOf(row()).others.published).toBeNull();
  });
});

const percent = (rate = Number.NaN) => Math.round(rate * 100);
const range = (interval: ApiPool["interval"]) =>
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
      const pooled = groups.map((group) => one.pools[group]);
      const rates = pooled.flatMap(({ studies, notPooled }) => [
        ...studies.map(({ estimate }) => 100 * estimate),
        ...notPooled.map((figure) => 100 * (pointOf(figure) ?? 0)),
      ]);
      expect(Math.max(...rates)).toBeLessThanOrEqual(end);
      const drawn = pooled.flatMap(({ interval, products }) => [
        100 * (interval?.[1] ?? 0),
        ...products.map(({ estimate }) => 100 * (estimate ?? 0)),
      ]);
      const shorter = [10, 20, 50].filter((other) => other < end).at(-1) ?? 0;
      if (one.direction === "harm") {
        expect(Math.max(...rates, ...drawn), one.outcome).toBeGreaterThan(shorter);
      } else expect(end).toBe(100);
      return end;
    });
    expect(new Set(ends)).toEqual(new Set([50, 100]));
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

  it("has every note in one of its parts, and the certainty where there is a difference", () => {
    for (const { one, row: opened } of all) {
      const { products, trials, sure } = opened;
      const notes = [...products.notes, ...trials.notes, ...sure.notes];
      expect(notes.toSorted()).toEqual(one.notes.map(({ text }) => text).toSorted());
      const isCompared = one.contrasts[0]?.status === "ok";
      expect(sure.certainty).toBe(isCompared ? english.screen.verdict.certainty("trial") : "");
      expect(sure.checks !== null).toBe(isCompared);
    }
  });

  it("has each check of its difference with its result, and the range without any one trial", () => {
    const checked = all.filter(({ one }) => one.contrasts[0]?.checks);
    expect(checked.length).toBeGreaterThan(0);
    for (const { one, row: opened } of checked) {
      const { text = "", lines = [] } = opened.sure.checks ?? {};
      const checks = one.contrasts[0]?.checks ?? [];
      expect(lines.map(({ name }) => name)).toEqual(checks.map(english.analyses.checks.name));
      expect(lines.map(({ status }) => status)).toEqual(checks.map(english.analyses.checks.status));
      expect(text).toMatch(/^Holds in \d of \d checks\. With any one trial left out: \d.*reach 0/);
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
