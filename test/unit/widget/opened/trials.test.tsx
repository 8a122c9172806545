/** The trials of every opened row of the default answer: digits, sources, reasons, as the API has them. */
import { describe, expect, it } from "vitest";
import type { Pool } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import { pointOf } from "#presentation/statement/reported.ts";
import { english } from "#presentation/words/catalogue.ts";
import { compareWithSources } from "#server/answers/make-comparison.ts";
import { textOf } from "../../../support/html.ts";
import { apiBase, openedRow } from "../../../support/opened-row.tsx";
import { asked } from "../../../support/queries.ts";

const answer = compareWithSources(asked("", dataset), english);

const parts = ["products", "trials", "sure", "others", "sources"] as const;

const opened = answer.outcomes.map((one) => {
  const drawn = parts.map(
    (part) => [part, openedRow(one, part, { leaving: { ids: [], onChange: () => {} } })] as const,
  );
  const html = drawn.map(([, text]) => text).join("");
  return { one, html, text: oneLine(textOf(html)), of: Object.fromEntries(drawn) };
});

function oneLine(text: string): string {
  return text.replaceAll("&quot;", '"').replace(/\s+/g, " ").trim();
}

/** The lines of the table of a class, without markup. */
function linesOf(html: string, group: string): string[] {
  const [, table = ""] = html.split(new RegExp(`<table class="trials ${group}"[^>]*>`));
  return (table.split("</table>")[0] ?? "")
    .split("<tr")
    .map((line) => oneLine(textOf(`<tr${line}`).replaceAll("> ", "")));
}

const percent = (rate = Number.NaN) => Math.round(rate * 100);
const range = (interval: Pool["interval"]) =>
  `(${percent(interval?.[0])}–${percent(interval?.[1])})`;

const pools = opened.flatMap(({ one, html, text, of }) =>
  groups.map((group) => ({
    pool: one.pools[group],
    lines: linesOf(of.trials ?? "", group),
    html,
    text,
  })),
);

describe("the trials of an opened row", () => {
  it("have each its count, rate, exact interval and weight", () => {
    for (const { pool, lines } of pools) {
      for (const { label, events, n, estimate, interval, weight } of pool.studies) {
        const line = lines.find((said) => said.startsWith(oneLine(`Count ${label}`)));
        if (events !== null) expect(line).toContain(`${events} of ${n}`);
        expect(line).toContain(`${percent(estimate)} ${range(interval)}`);
        expect(line).toContain(`${Math.round(weight)} %`);
      }
    }
  });

  it("end with the pooled line and what a new trial may show", () => {
    const pooled = pools.filter(({ pool }) => pool.k > 1 && pool.estimate !== null);
    expect(pooled.length).toBeGreaterThan(5);
    for (const { pool, lines } of pooled) {
      if (pool.observed !== null) continue;
      const typical = lines.find((line) => line.startsWith("Typical trial"));
      expect(typical).toContain(`${percent(pool.estimate ?? undefined)} ${range(pool.interval)}`);
      const another = lines.find((line) => line.startsWith("Another trial may show"));
      expect(another).toContain(range(pool.predictionInterval));
    }
  });

  it("lie on an axis that holds the rate of each, and has no more room than that needs", () => {
    const ends = opened.flatMap(({ one, of }) => {
      const [end] = [...(of.trials ?? "").matchAll(/(\d+)<\/text><\/svg>/g)].map(([, to]) =>
        Number(to),
      );
      if (end === undefined) return [];
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

  it("lead each to its publication, or else to our record, in a tab that cannot reach back", () => {
    for (const { pool, html } of pools) {
      for (const { cohort, citation } of pool.studies) {
        const href = citation?.publication ?? `${apiBase}/v1/cohorts/${cohort}`;
        const link = `<a href="${href}" target="_blank" rel="noopener noreferrer">`;
        expect(html).toContain(link);
        if (citation?.publication == null) continue;
        expect(href).toMatch(
          /^https:\/\/(doi\.org|clinicaltrials\.gov|pubmed\.ncbi\.nlm\.nih\.gov|(www|pmc)\.ncbi\.nlm\.nih\.gov)\//,
        );
      }
    }
  });

  it("say where each figure was printed", () => {
    for (const { pool, text } of pools) {
      for (const { citation } of pool.studies) {
        expect(text).toContain(oneLine(citation?.text ?? "nowhere"));
        expect(text).toContain(oneLine(citation?.locator ?? ""));
      }
    }
  });

  it("come with every caution and every reason for the certainty", () => {
    for (const { one, html, text } of opened) {
      // An abbreviation is an element of its own, around which a text has no space.
      const whole = oneLine(textOf(html.replace(/<\/?abbr[^>]*>/g, "")));
      for (const remark of [...one.cautions, ...one.certainty.reasons]) {
        expect(whole).toContain(oneLine(remark.text));
      }
      const { level } = one.certainty;
      if (level !== "not-rated") expect(text).toContain(`Certainty ${level.replace("-", " ")}`);
    }
  });

  it("name the cohorts that were not pooled, each with the reason", () => {
    for (const { pool, text } of pools) {
      for (const { label, code, reason, events, n } of pool.notPooled) {
        expect(text).toContain(oneLine(label));
        if (code === "not-reported") continue;
        expect(text).toContain(oneLine(reason));
        if (events !== null && n !== null) {
          expect(text).toMatch(new RegExp(`: ${events} of ${n}`));
        }
      }
    }
  });
});
