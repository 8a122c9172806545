/** `/methods`: every rule, every count and every comparison with published pools, as in the data. */
import { expect, it } from "vitest";
import { publishedValues } from "#data/generated/published-values.ts";
import { textAt } from "../../../support/built-app.ts";
import { textOf } from "../../../support/html.ts";
import { evidence } from "../../data/files.ts";

const text = await textAt("/methods");

const read = textOf(text);

/** Returns the value that a table of the page gives for a term. */
function termOf(name: string): string {
  const [, value = ""] =
    text.match(new RegExp(`<th scope="row">${name}</th>\\s<td>(.*?)</td>`)) ?? [];
  return textOf(value).trim();
}

it("says of each difference clear of 0 what its analyses found, and which is consistent", async () => {
  const { outcomes } = JSON.parse(await textAt("/v1/comparison"));
  const contrasts: { status: string; analyses: object[] | null }[] = outcomes.flatMap(
    (outcome: { contrasts: object[] }) => outcome.contrasts,
  );
  expect(contrasts.some(({ status: of }) => of === "ok")).toBe(true);
  const consistent = outcomes.filter(
    ({ status }: { status: { code: string } }) => status.code === "consistent",
  );
  const named = consistent.map(({ label }: { label: string }) => label);
  const found = named.length === 0 ? "nothing is consistent" : `consistent is: ${named.join(", ")}`;
  const [, said = "", table = ""] =
    text.match(/default question whose interval excludes 0, (.*?\.)(.*?)<\/table>/s) ?? [];
  expect(said.replace(" and ", ", ")).toMatch(new RegExp(`^${found}\\.`, "i"));
  const [, ...differences] = table.match(/<th\b/g) ?? [];
  expect(differences).toHaveLength(contrasts.filter(({ analyses }) => analyses !== null).length);
  expect(textOf(table)).toMatch(/\d of \d analyses keep it/);
});

it("counts what the data hold", async () => {
  const { cohorts, products, published, subgroups, comparisons } = evidence();
  const sum = (of: (cohort: (typeof cohorts)[number]) => readonly unknown[]) =>
    cohorts.reduce((total, cohort) => total + of(cohort).length, 0);
  const trials = cohorts.filter(({ evidence: kind }) => kind === "trial").length;
  expect(termOf("Groups of patients")).toBe(
    `${cohorts.length}: ${trials} of trials, ${cohorts.length - trials} from practice`,
  );
  expect(termOf("Figures")).toBe(
    `${sum(({ figures }) => figures)} of outcomes, ${sum(({ landmarks }) => landmarks)} of survival at a month, ${sum(({ medians }) => medians)} medians`,
  );
  expect(termOf("Beside the pools")).toBe(
    `${subgroups.length} studies with subgroups, ${comparisons.length} comparisons by others, ${published.length} publications with pooled values`,
  );
  expect(termOf("Drugs")).toBe(String(products.length));
  // Every source is counted once, by rank.
  const whole: { cohorts: { sources: { citation: string }[] }[] } = JSON.parse(
    await textAt("/v1/dataset"),
  );
  const citations = whole.cohorts.flatMap(({ sources }) =>
    sources.map((source) => source.citation),
  );
  const ranks = [...termOf("Sources, by rank").matchAll(/(\d+): /g)].map(([, count]) =>
    Number(count),
  );
  expect(ranks).toHaveLength(4);
  expect(ranks.reduce((total, count) => total + count)).toBe(new Set(citations).size);
});

it("accounts for every cohort of the default question", async () => {
  const { selection } = JSON.parse(await textAt("/v1/comparison"));
  const { included, excluded } = selection;
  expect(read).toContain(
    `Of ${included.length + excluded.length} groups of patients, ${included.length} fit it and ${excluded.length} do not`,
  );
  const table = text.split("Left out because")[1]?.split("</table>")[0] ?? "";
  const counts = [...table.matchAll(/<td>(\d+)<\/td>/g)].map(([, count]) => Number(count));
  expect(counts.reduce((total, count) => total + count)).toBe(excluded.length);
});

it("says what the search was not, and by which routes it went", () => {
  const { statement, sources, collections } = evidence().searches;
  const [, part = ""] = text.match(/<h2 id="search">(.*?)<h2/s) ?? [];
  const partText = textOf(part);
  expect(partText).toContain(statement);
  expect(partText).toContain("No systematic search was made");
  expect(collections.length).toBeGreaterThan(0);
  for (const [source, listed] of Object.entries(sources)) {
    expect(partText).toContain(source);
    for (const { query } of listed) expect(partText).toContain(query ?? "not yet");
  }
  for (const { name, routes } of collections) {
    expect(partText).toContain(name);
    for (const { route } of routes) expect(partText).toContain(route);
  }
});

it("says how the published analyses searched, and holds every claim of an answer page to our data", () => {
  const { published } = evidence();
  for (const { set, methods, flow } of published) {
    if (set === null) continue;
    for (const text of [set.name, methods?.registered, methods?.criteria, methods?.chosenBy])
      expect(read).toContain(text ?? "");
    if (flow?.identified) expect(read).toContain(flow.identified.toLocaleString("en"));
  }
  const [, part = ""] = text.match(/id="an-answer-page-claim-by-claim">(.*?)<\/table>/s) ?? [];
  const rows = [...part.matchAll(/<tr>(?:\s<td>[^\n]*<\/td>){3}\s<\/tr>/g)];
  expect(rows).toHaveLength(published.flatMap(({ claims }) => claims ?? []).length);
  expect(textOf(part)).toContain("the value there is that of");
});

it("has every published value of the sets beside ours, each once, and counts how they agree", () => {
  const [, part = ""] = text.match(/id="published-pools-and-ours">(.*?)<h2/s) ?? [];
  const rows = [...part.matchAll(/<tr>(?:\s<td>[^\n]*<\/td>){4}\s<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell = ""]) => textOf(cell)),
  );
  expect(rows).toHaveLength(publishedValues.length);
  const ratios = rows.filter(([name]) => name?.includes("against bispecifics"));
  const count = (verdict: string) => ratios.filter(([, , , text]) => text === verdict).length;
  const judged = count("agrees") + count("conclusion lost");
  expect(judged).toBeGreaterThan(0);
  expect(read).toContain(
    `Of ${judged} published ratios of CAR-T against bispecifics with a number here ${count("agrees")} lead to the same conclusion, 0 are clear of 1 only here, ${count("conclusion lost")} conclusions are lost (`,
  );
  expect(ratios).toContainEqual([
    "Vandenboom 2025: Complete response, or better, CAR-T against bispecifics",
    "odds ratio 2.67 (1.45–4.91), P = 0.002",
    expect.stringContaining("groups of patients"),
    "conclusion lost",
  ]);
});

it("says every known discrepancy", () => {
  const { knownDiscrepancies } = evidence();
  for (const { reason } of knownDiscrepancies) expect(read).toContain(reason);
  for (const discrepancy of knownDiscrepancies) {
    if ("cohort" in discrepancy)
      expect(text).toContain(`/v1/cohorts/${discrepancy.cohort}#discrepancies`);
    if ("printed" in discrepancy) expect(read).toContain(`${discrepancy.printed} % in `);
  }
  expect(read).not.toMatch(/undefined|issIIIPercent/);
});
