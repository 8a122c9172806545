/** One answer has the same digits wherever it is read: as data, as a table, in the report and in a frame. */
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { displayedRate } from "#presentation/statement/figures.ts";
import type { Screen } from "#presentation/statement/screen.ts";
import { rangeOf100, rateOf100 } from "#presentation/words/rates.ts";
import type { ApiComparison } from "#server/answers/api-answer.ts";
import { screen as en } from "#words/screen.ts";
import { askBuilt } from "../support/built-app.ts";
import { textOf } from "../support/html.ts";

const textAt = async (address: string) => (await askBuilt(address)).text();
const dataAt = async <T>(address: string): Promise<T> => JSON.parse(await textAt(address)) as T;

describe("the table", () => {
  const question = "outcome=orr,vgpr,pfs-12";

  it("holds the pools, cohorts and contrasts of the data", async () => {
    const answer = await dataAt<ApiComparison>(`/v1/comparison?${question}`);
    const { data: lines, errors } = Papa.parse<Record<string, string>>(
      await textAt(`/v1/comparison.csv?${question}`),
      { header: true, skipEmptyLines: true },
    );
    expect(errors).toEqual([]);
    const of = (kind: string) => lines.filter((line) => line.kind === kind);
    expect(of("left-out").map(({ cohort, status }) => [cohort, status])).toEqual(
      answer.selection.excluded.map(({ cohort, reason }) => [cohort, reason]),
    );
    for (const { outcome, pools, contrasts } of answer.outcomes) {
      for (const group of answer.groups) {
        const own = (kind: string) =>
          of(kind).filter((line) => line.outcome === outcome && line.group === group);
        const { estimate, interval, of: whole, missing, studies } = pools[group];
        expect(own("pool")).toMatchObject([
          {
            estimate: String(estimate ?? ""),
            lower: String(interval?.[0] ?? ""),
            of: String(whole),
            missing: missing.join(" "),
          },
        ]);
        expect(own("cohort").map(({ cohort, n }) => [cohort, n])).toEqual(
          studies.map(({ cohort, n }) => [cohort, String(n ?? "")]),
        );
      }
      const line = of("contrast").find((one) => one.outcome === outcome);
      const { checks = null, firm = false, differencePer100 } = contrasts[0] ?? {};
      const counted = (...statuses: string[]) =>
        String(checks?.filter(({ status }) => statuses.includes(status)).length ?? "");
      expect(line).toMatchObject({
        checks_hold: counted("holds"),
        checks_asked: counted("holds", "lost"),
        firm: checks ? (firm ? "yes" : "no") : "",
        difference_per_100: String(differencePer100 ?? ""),
      });
    }
  });
});

describe("the report", () => {
  it("has the number of the data in the line of each product, and every cohort", async () => {
    const question = "compare=product&outcome=efficacy";
    const answer = await dataAt<ApiComparison<string>>(`/v1/comparison?${question}`);
    const text = await textAt(`/report?${question}`);
    for (const row of answer.outcomes) {
      const [, section = ""] = text.split(`<section id="${row.outcome}">`);
      const lines = (section.split("</section>")[0] ?? "").split("<tr>").slice(2);
      for (const group of answer.groups) {
        const pool = row.pools[group];
        const shown = pool && displayedRate(pool);
        const line = lines.map(textOf).find((one) => one.trim().startsWith(group));
        if (shown) {
          const said = `${rateOf100(shown.estimate)} ${rangeOf100(shown.interval)}`;
          expect(line, `${row.outcome}, ${group}`).toContain(said);
        } else if (pool?.status === "by-trial") {
          for (const product of pool.products) expect(line).toContain(product.shown);
        } else expect(line, `${row.outcome}, ${group}`).toBeUndefined();
      }
    }
    for (const { cohort } of answer.selection.included) {
      expect(text).toContain(`/v1/cohorts/${cohort}"`);
    }
  });

  it("leads to itself without a cohort, with the digits of the data without it", async () => {
    const { selection } = await dataAt<ApiComparison>("/v1/comparison");
    const [first] = selection.included;
    const exclude = `exclude=${first?.cohort}`;
    expect(await textAt("/report")).toContain(`href="/report?${exclude}`);
    const changed = await dataAt<ApiComparison>(`/v1/comparison?${exclude}`);
    expect(changed.selection.included.map(({ cohort }) => cohort)).not.toContain(first?.cohort);
    const pool = changed.outcomes[0]?.pools["car-t"];
    const { estimate, interval } = (pool && displayedRate(pool)) ?? {};
    const said = `${rateOf100(estimate ?? Number.NaN)} of 100 ${rangeOf100(interval ?? [0, 0])}`;
    expect(textOf(await textAt(`/report?${exclude}`))).toContain(`CAR-T, typical study: ${said}`);
  });
});

describe("the page of a frame, before any script runs", () => {
  it.each([
    ...["", "lines=2", "prior-lines=-1", "therapy-class=car-t", "product=zevor-cel"],
    ...["outcome=crs-3&age=60-", "outcome=survival", "set=vandenboom-2025"],
    "evidence=all&availability=any&lines=any",
  ])("for “%s” shows the numbers, headline, doubt and notes of its screen", async (question) => {
    const seen = textOf(await textAt(`/embed?${question}`));
    const view = await dataAt<Screen>(`/v1/screen?${question}`);
    const families = view.kind === "survival" ? view.survival.families : [];
    // Of survival at several months, not every row is drawn at once.
    const opened = new Set(
      families.flatMap(({ family, opened: months }) => months.map((month) => `${family}-${month}`)),
    );
    for (const { outcome, label, sides, difference } of view.rows) {
      const shown = Object.values(sides).filter(({ rate }) => rate !== null);
      if (shown.length === 0 || opened.has(outcome)) continue;
      expect(seen).toContain(label);
      for (const { rate, cell } of shown) {
        expect(seen).toMatch(new RegExp(`${rate} ?of 100, 95 % interval ${cell?.under}`));
      }
      if (difference) expect(seen).toContain(difference.amount);
    }
    const { verdict, certainty, collected, patients, notes, dataDate, answerVersion } = view;
    for (const said of [
      ...[verdict.lead, verdict.harms, certainty, collected, patients, ...notes],
      ...[en.date(dataDate), answerVersion, en.footer.audience],
    ]) {
      expect(seen).toContain(said);
    }
    expect(seen).toMatch(/not (?:yet )?(?:been )?reviewed|no clinician|nobody has/i);
  });
});
