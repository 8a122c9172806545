/**
 * The table for spreadsheets: the same answer as the JSON, and nothing that a spreadsheet would
 * execute.
 */
import Papa from "papaparse";
import { describe, expect, inject, it } from "vitest";
import type { Row } from "#core/answer/answer.ts";
import { english } from "#presentation/words/catalogue.ts";
import { toApi } from "#server/answers/answer-json.ts";
import type { ApiComparison } from "#server/answers/api-answer.ts";
import { comparisonCsv } from "#server/answers/comparison-csv.ts";
import { comparison, contrast, pool, row, study } from "../support/answers.ts";
import { getJson, getProblem } from "../support/json.ts";
import { request } from "../support/request.ts";

type Line = Record<string, string>;

function linesOf(text: string): Line[] {
  const { data, errors } = Papa.parse<Line>(text, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}

describe("the table of a comparison", () => {
  const path = "/v1/comparison.csv?outcome=orr,vgpr,pfs-12";

  it("holds the pools, cohorts and contrasts of the JSON with its digits", async () => {
    const answer = await getJson<ApiComparison>("/v1/comparison?outcome=orr,vgpr,pfs-12");
    const lines = linesOf((await request(path)).text);
    expect(
      lines.flatMap(({ kind, cohort, status }) => (kind === "left-out" ? [[cohort, status]] : [])),
    ).toEqual(answer.selection.excluded.map(({ cohort, reason }) => [cohort, reason]));
    for (const { outcome, pools, contrasts } of answer.outcomes) {
      for (const group of answer.groups) {
        const own = lines.filter((line) => line.outcome === outcome && line.group === group);
        const [pool] = own.filter(({ kind }) => kind === "pool");
        expect(pool?.estimate).toBe(String(pools[group].estimate ?? ""));
        expect(pool?.lower).toBe(String(pools[group].interval?.[0] ?? ""));
        expect(pool?.of).toBe(String(pools[group].of));
        expect(pool?.missing).toBe(pools[group].missing.join(" "));
        const cohorts = own.filter(({ kind }) => kind === "cohort");
        expect(cohorts.map((line) => line.cohort)).toEqual(
          pools[group].studies.map((study) => study.cohort),
        );
        expect(cohorts.map((line) => line.n)).toEqual(
          pools[group].studies.map(({ n }) => String(n ?? "")),
        );
      }
      const [line] = lines.filter((one) => one.kind === "contrast" && one.outcome === outcome);
      const { checks = null, firm = false } = contrasts[0] ?? {};
      const counted = (...statuses: string[]) =>
        checks?.filter(({ status }) => statuses.includes(status)).length;
      expect([line?.checks_hold, line?.checks_asked, line?.firm]).toEqual(
        [counted("holds"), counted("holds", "lost"), checks && (firm ? "yes" : "no")].map((cell) =>
          String(cell ?? ""),
        ),
      );
      expect(line?.difference_per_100).toBe(String(contrasts[0]?.differencePer100 ?? ""));
    }
  });

  it("is text/csv by its address and by Accept, and JSON for whoever takes anything", async () => {
    expect((await request(path)).headers["content-type"]).toBe("text/csv; charset=utf-8");
    const by = (accept: string) =>
      request("/v1/comparison?outcome=orr", { headers: { accept } }).then(({ headers }) => [
        headers["content-type"],
        headers.vary,
      ]);
    expect(await by("text/csv")).toEqual([
      "text/csv; charset=utf-8",
      expect.stringMatching(/accept/i),
    ]);
    for (const accept of [
      "*/*",
      "application/json",
      "application/json, text/html;q=0.9, */*;q=0.5",
    ]) {
      expect((await by(accept))[0]).toBe("application/json; charset=utf-8");
    }
  });

  it("begins with the mark by which spreadsheets know UTF-8, and is saved as a file", async () => {
    const response = await fetch(`${inject("serverUrl")}${path}`);
    const [first, second, third] = new Uint8Array(await response.arrayBuffer());
    expect([first, second, third]).toEqual([0xef, 0xbb, 0xbf]);
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename=/);
  });

  it("is refused to whoever takes neither form", async () => {
    const { status, body } = await getProblem("/v1/comparison?outcome=orr", {
      headers: { accept: "image/png" },
    });
    expect(status).toBe(406);
    expect(body.detail).toContain("text/csv");
  });

  it("has a validator of its own", async () => {
    const csv = (await request(path)).headers.etag;
    const json = (await request("/v1/comparison?outcome=orr,vgpr,pfs-12")).headers.etag;
    expect(csv).not.toBe(json);
    const again = await request(path, { headers: { "if-none-match": csv ?? "" } });
    expect(again.status).toBe(304);
  });

  it("names what is wrong with a question as the JSON does", async () => {
    const { status, body } = await getProblem("/v1/comparison.csv?lines=middle");
    expect([status, body.errors?.[0]?.parameter]).toEqual([400, "lines"]);
  });
});

describe("a cell that a spreadsheet would take for a formula", () => {
  const csvOf = (one: Row) => comparisonCsv(toApi(comparison({ outcomes: [one] }), english));

  it.each(['=HYPERLINK("http://x")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])(
    "%j stays text",
    (label) => {
      const pools = { "car-t": pool({ studies: [study({ label })] }), bsab: pool() };
      const [cohort] = linesOf(csvOf(row({ pools }))).filter(({ kind }) => kind === "cohort");
      expect(cohort?.label).toBe(`'${label}`);
    },
  );

  it("but numbers stay numbers, the negative ones too", () => {
    const text = csvOf(row({ contrasts: [contrast({ differencePer100: -12.5 })] }));
    const [line] = linesOf(text).filter(({ kind }) => kind === "contrast");
    expect(line?.difference_per_100).toBe("-12.5");
  });
});
