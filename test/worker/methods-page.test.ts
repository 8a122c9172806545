/** `/methods`: every rule, every count and every comparison with published pools, as in the data. */
import { expect, it } from "vitest";
import { executableScriptsOf, textOf } from "../support/html.ts";
import { request } from "../support/request.ts";
import { evidence } from "../unit/data/files.ts";

const { text, status } = await request("/methods");
const read = textOf(text);

/** Value of a term of the page. */
function termOf(name: string): string {
  const [, value = ""] = text.match(new RegExp(`<dt>${name}</dt><dd>(.*?)</dd>`)) ?? [];
  return textOf(value).trim();
}

it("states the rules of a number, every check, and what may be bold", () => {
  expect(status).toBe(200);
  const part = (id: string) =>
    textOf(text.match(new RegExp(`<h2 id="${id}">(.*?)</section>`, "s"))?.[1] ?? "");
  expect(part("numbers")).toContain(
    "A difference is printed if each side has two trials or more, and two products or every product",
  );
  expect(part("numbers")).toContain("no more than twofold apart");
  expect(part("checks")).toContain("Very low certainty");
  for (const check of [
    ...["Elsewhere", "Without each product in turn", "Recommended doses", "Papers"],
    ...["All with cells collected", "Equal age"],
  ]) {
    expect(part("checks")).toContain(check);
  }
  expect(part("bold")).toContain("In November 2026 nothing is bold");
});

it("is right that nothing is bold", async () => {
  const { outcomes } = JSON.parse((await request("/v1/comparison")).text);
  const contrasts: { firm: boolean; status: string }[] = outcomes.flatMap(
    (one: { contrasts: object[] }) => one.contrasts,
  );
  expect(contrasts.some(({ status: of }) => of === "ok")).toBe(true);
  expect(contrasts.filter(({ firm }) => firm)).toEqual([]);
});

it("counts what the data hold", () => {
  const { cohorts, products, published, subgroups, comparisons } = evidence();
  const sum = (of: (one: (typeof cohorts)[number]) => readonly unknown[]) =>
    cohorts.reduce((total, one) => total + of(one).length, 0);
  const trials = cohorts.filter(({ evidence: kind }) => kind === "trial").length;
  expect(termOf("Studies")).toBe(
    `${cohorts.length} groups of patients: ${trials} of trials, ${cohorts.length - trials} from practice`,
  );
  expect(termOf("Figures")).toBe(
    `${sum(({ figures }) => figures)} of outcomes, ${sum(({ landmarks }) => landmarks)} of survival at a month, ${sum(({ medians }) => medians)} medians`,
  );
  expect(termOf("Beside the pools")).toBe(
    `${subgroups.length} studies with subgroups, ${comparisons.length} comparisons by others, ${published.length} meta-analyses`,
  );
  expect(termOf("Products")).toBe(String(products.length));
});

it("counts every source once", async () => {
  const { cohorts } = JSON.parse((await request("/v1/dataset")).text);
  const citations = new Set(
    cohorts.flatMap((one: { sources: { citation: string }[] }) =>
      one.sources.map(({ citation }) => citation),
    ),
  );
  const shown = [1, 2, 3, 4].map(
    (tier) => Number.parseInt(termOf(`Sources, tier ${tier} of 4`), 10) || 0,
  );
  expect(shown.reduce((total, count) => total + count)).toBe(citations.size);
});

it("accounts for every cohort of the default question", async () => {
  const { selection } = JSON.parse((await request("/v1/comparison")).text);
  const { included, excluded } = selection;
  expect(read).toContain(
    `Of ${included.length + excluded.length} studies, ${included.length} fit it and ${excluded.length} do not`,
  );
  const table = text.split("Left out because")[1]?.split("</table>")[0] ?? "";
  const counts = [...table.matchAll(/<td>(\d+)<\/td>/g)].map(([, count]) => Number(count));
  expect(counts.reduce((total, count) => total + count)).toBe(excluded.length);
});

it("calls groups of patients trials or studies, as the screen does", () => {
  expect(read).not.toMatch(/\bcohorts?\b/i);
});

it("says what the search was not, by which routes it went, and what reviews print of theirs", () => {
  const { search, published } = evidence();
  const [, part = ""] = text.match(/<h2 id="search">(.*?)<\/section>/s) ?? [];
  const said = textOf(part);
  expect(said).toContain(search.statement);
  expect(said).toContain("No systematic search was made");
  expect(search.collections.length).toBeGreaterThan(0);
  for (const { name, routes } of search.collections) {
    expect(said).toContain(name);
    for (const { route } of routes) expect(said).toContain(route);
  }
  const flows = published.flatMap(({ flow }) => flow ?? []);
  const rows = [...part.matchAll(/<tr>((?:<td>[^<]*<\/td>){4})<\/tr>/g)].map(([, row]) =>
    textOf(row ?? ""),
  );
  expect(rows).toHaveLength(flows.length);
  for (const { identified, screened, publications, studies } of flows) {
    const counts = [identified, screened, publications, studies];
    expect(rows).toContain(textOf(counts.map((one) => `<td>${one ?? "not seen"}</td>`).join("")));
  }
});

it("has a table of contents whose links arrive, and no script", () => {
  const anchors = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(anchors).toEqual(expect.arrayContaining(["numbers", "checks", "bold", "agreement"]));
  for (const id of anchors) expect(text).toContain(`id="${id}"`);
  expect(executableScriptsOf(text)).toEqual([]);
});
