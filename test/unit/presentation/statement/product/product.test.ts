/** What is said of a product: its label by line and region, whose facts they are, and numbers of its trials. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { details } from "#data/generated/details.ts";
import { products } from "#data/generated/products.ts";
import type { Approval } from "#data/schema.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { type Block, type Section, textOf } from "#presentation/document/document.ts";
import { codesOf, factsIn, productFacts } from "#presentation/statement/product/facts.ts";
import { labelLines } from "#presentation/statement/product/label.ts";
import { productLine } from "#presentation/statement/product/line.ts";
import {
  harmTimes,
  lateNeurotoxicitySection,
  results,
} from "#presentation/statement/product/trials.ts";
import { figurePlace } from "#presentation/statement/record/places.ts";
import { productAnswer } from "#server/answers/product-answer.ts";
import { found } from "../../../data/files.ts";

type Region = (typeof labelRegions)[number] | null;

const productOf = (slug: string) => found(products[slug], slug);
const all = Object.values(products);

function lineOf(slug: string, region: Region) {
  const { facts } = productLine(productOf(slug), region);
  const said = (name: keyof typeof facts) =>
    facts[name].map(({ text, marks }) => [text, ...marks].join(" · "));
  return { label: said("label"), given: said("given"), boxed: said("boxed"), rems: said("rems") };
}

describe("the label", () => {
  it.each([
    [
      "cilta-cel",
      "us",
      ["After 1 or more prior line; earlier PI, IMiD; refractory to lenalidomide"],
    ],
    [
      "teclistamab",
      "us",
      [
        "After 1 or more prior line, with daratumumab; earlier PI, IMiD",
        "After 4 or more prior lines; earlier PI, IMiD, anti-CD38",
      ],
    ],
    [
      "teclistamab",
      "eu",
      [
        "After 3 or more prior lines; earlier PI, IMiD, anti-CD38; progression on the last therapy",
        "Pending, 25 Jun 2026: positive opinion; after 1 or more prior line, with daratumumab",
      ],
    ],
    [
      "elranatamab",
      "ch",
      [
        "No number of prior lines in our sources; refractory to PI, IMiD, anti-CD38; progression on the last therapy",
      ],
    ],
    ["anito-cel", "us", ["Pending: BLA accepted February 2026; decision expected by 23 Dec 2026"]],
    [
      "cilta-cel",
      null,
      [
        "After 1 or more prior line: United States, European Union",
        "After 1 to 3 prior lines: Canada",
        "After 2 or more prior lines: Switzerland",
        "After 3 or more prior lines: China, Japan, Switzerland",
      ],
    ],
  ] as const)("of %s in %s, the fewest lines first", (slug, region, said) => {
    expect(lineOf(slug, region).label).toEqual(said);
  });

  it("says where it is not sure", () => {
    expect(lineOf("ide-cel", null).label).toContain(
      "After 3 or more prior lines: Great Britain (low confidence), Israel (low confidence), Canada",
    );
  });

  it("has every approval in force of every product once, with its sources", () => {
    for (const product of all) {
      const places = labelLines(product).flatMap((line) => line.places);
      for (const { region, sources } of product.approvals.filter(({ inForce }) => inForce)) {
        expect(places).toContainEqual(expect.objectContaining({ region, sources }));
      }
      const shown = product.approvals.filter(
        ({ inForce, status }) => inForce || status === "pending" || status === "not-approved",
      );
      expect([product.slug, places.length]).toEqual([product.slug, shown.length]);
    }
  });

  const [approval] = productOf("ide-cel").approvals;
  const asked = {
    ...found(approval, "an approval"),
    inForce: true,
    status: "approved",
    priorLines: { min: 1, max: 3 },
    requires: [
      { class: "anti-CD38", state: "intolerant" },
      { class: "IMiD", state: "refractory" },
      { class: "PI", state: "exposed" },
    ],
    refractoryTo: ["lenalidomide"],
    progressionOnLast: true,
    priorBcmaCarT: "excluded",
    condition: "standard treatment difficult",
    partners: ["cilta-cel", "daratumumab"],
  } satisfies Partial<Approval> & { inForce: boolean };
  const said = (over: Partial<typeof asked>) => {
    const [line] = labelLines({ approvals: [{ ...asked, ...over }] });
    return found(line, "a line");
  };

  it("is all that is asked for, products by their names", () => {
    expect(said({})).toMatchObject({
      lines: "After 1 to 3 prior lines, with ciltacabtagene autoleucel and daratumumab",
      asks: "earlier PI; refractory to IMiD, lenalidomide; intolerant of anti-CD38; progression on the last therapy; no earlier BCMA-directed CAR-T; standard treatment difficult",
    });
  });

  it.each([
    [{ min: null, max: null }, "No number of prior lines in our sources, with"],
    [{ min: null, max: 3 }, "After up to 3 prior lines, with"],
    [{ min: 1, max: 1 }, "After 1 prior line, with"],
    [{ min: 2, max: null }, "After 2 or more prior lines, with"],
  ])("has lines %j as they are known", (priorLines, text) => {
    expect(said({ priorLines: priorLines as typeof asked.priorLines }).lines).toContain(text);
  });
});

describe("facts of another region", () => {
  it("are marked: boxed warnings and programmes are those of the United States", () => {
    for (const product of all) {
      const { boxed, rems } = productFacts(product);
      for (const region of [null, ...labelRegions]) {
        for (const { marks } of [...factsIn(boxed, region), ...factsIn(rems, region)]) {
          expect(marks.includes("United States")).toBe(region !== "us");
        }
      }
      const shown = product.boxedWarnings.filter(
        ({ programme, status }) => !programme && status !== "superseded",
      );
      for (const { value } of shown) {
        expect(productLine(product, "eu").facts.boxed[0]?.text).toContain(value);
      }
    }
    expect(lineOf("cilta-cel", "us").boxed[0]).not.toContain("United States");
    expect(lineOf("cilta-cel", "eu").boxed[0]).toContain("· United States");
    expect(lineOf("cilta-cel", "eu").rems).toEqual(["ended 26 Jun 2025 · United States"]);
  });

  it("stand only where the own region has none", () => {
    expect(lineOf("elranatamab", "us").given).toEqual([
      "given continuously",
      "step-up doses, full dose from day 8",
      "3 days in hospital, by the label · low confidence",
    ]);
    expect(lineOf("elranatamab", "eu").given.at(-1)).toBe(
      "3 days in hospital, by the label · United States · low confidence",
    );
    const own = { text: "own", sources: [], region: "eu", marks: [] } as const;
    const other = { ...own, text: "other", region: "us" } as const;
    expect(factsIn([own, other], "eu")).toEqual([own]);
  });
});

it("leaves out what is superseded, and the remarks of who collected", () => {
  for (const product of all) {
    const said = JSON.stringify([productFacts(product), labelLines(product), codesOf(product)]);
    expect(said).not.toMatch(/superseded/);
    for (const { note } of [...product.approvals, ...product.monitoring, ...product.codes]) {
      if (note !== null) expect(said).not.toContain(JSON.stringify(note).slice(1, -1));
    }
  }
});

type OfKind<K extends Block["kind"]> = Extract<Block, { kind: K }>;

function blocksOf<K extends Block["kind"]>({ blocks }: Pick<Section, "blocks">, kind: K) {
  return blocks.filter((block): block is OfKind<K> => block.kind === kind);
}

/** Parts that are not folded, each with its lines. */
const openParts = (section: Section) =>
  blocksOf(section, "part")
    .filter(({ folded }) => folded === undefined)
    .map((part) => ({
      title: part.title,
      lines: blocksOf(part, "list").flatMap(({ items }) => items),
    }));

describe("numbers of trials", () => {
  it.each(["cilta-cel", "teclistamab"])("of %s are those of the answer", (slug) => {
    const product = productOf(slug);
    const own = productAnswer(slug);
    const section = results(product, own);
    const response = found(blocksOf(section, "part")[0], "response");
    const rows = found(blocksOf(response, "table")[0], "response").groups.flatMap(
      (group) => group.rows,
    );
    const pool = own.answer.outcomes.find(({ outcome }) => outcome === "orr")?.pools[
      product.therapyClass
    ];
    const studies = [...(pool?.studies ?? []), ...(pool?.beside?.studies ?? [])];
    expect(studies.length).toBeGreaterThan(1);
    const links = rows.map(({ name }) => JSON.stringify(name));
    for (const [index, { cohort, events, n }] of studies.entries()) {
      expect(links[index]).toContain(`/v1/cohorts/${cohort}.html`);
      const [cell] = found(rows[index], cohort).cells;
      const [number] = Array.isArray(cell) ? cell : [];
      const [basis] = found(number, cohort).beneath ?? [];
      expect(textOf(found(basis, cohort))).toMatch(new RegExp(`^${events} of ${n}\\b`));
    }
    const products = new Map(dataset.cohorts.map(({ id, product }) => [id, product]));
    const last = found(blocksOf(section, "part").at(-1), "medians");
    const medians = blocksOf(last, "table").flatMap(({ groups }) =>
      groups.flatMap((group) => group.rows),
    );
    expect(medians.length).toBeGreaterThan(2);
    for (const { name } of medians) {
      const [, cohort = ""] = /cohorts\/(.+)\.html/.exec(JSON.stringify(name)) ?? [];
      expect(products.get(cohort)).toBe(slug);
    }
  });

  it("of late neurotoxicity and of time have their source and place", () => {
    const late = openParts(lateNeurotoxicitySection(productOf("cilta-cel")));
    expect(late.map(({ title }) => title)).toEqual(["Movement disorder", "Cranial nerve palsy"]);
    const times = openParts(harmTimes(productOf("cilta-cel")));
    expect(times.map(({ title }) => title)).toEqual(["CRS", "ICANS", "Second myeloid neoplasm"]);
    for (const line of times.flatMap(({ lines }) => lines)) {
      expect(textOf(line)).toMatch(/: \S/);
      expect(textOf(found(line.beneath?.[0], "basis"))).toMatch(/\w.*: \w/);
    }
    // A number leads to its place in the record, which has its source.
    const counts = late.flatMap(({ lines }) => lines);
    expect(counts.length).toBeGreaterThan(5);
    for (const { words } of counts) {
      const [, cohort = "", at] =
        /cohorts\/([^"]+)\.html#([^"]+)/.exec(JSON.stringify(words)) ?? [];
      const known = details[cohort]?.figures ?? [];
      expect(known.map(({ outcome, cut }) => figurePlace(outcome, cut))).toContain(at);
    }
    const [, palsy] = late.map(({ lines }) => lines);
    expect(palsy?.map(textOf)).toContain("CARTITUDE-4 (cilta-cel arm): 16 of 176, 9.1 %");
    const folded = blocksOf(lateNeurotoxicitySection(productOf("cilta-cel")), "part");
    const onset = found(
      folded.find(({ id }) => id === "late-onset"),
      "onset",
    );
    const [began] = blocksOf(onset, "list").flatMap(({ items }) => items);
    expect(textOf(found(began, "onset"))).toMatch(
      /^cranial nerve palsy: Began at a median of 3 weeks after/,
    );
    expect(began?.cited).toHaveLength(1);
  });
});
