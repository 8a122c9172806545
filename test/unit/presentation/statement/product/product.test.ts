/** Whose facts are said of a product, by region, and what a label asks for. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { details } from "#data/generated/details.ts";
import { products } from "#data/generated/products.ts";
import type { Approval } from "#data/schema.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { lateNeurotoxicity } from "#presentation/statement/late-neurotoxicity.ts";
import { codesOf, factsIn, productFacts } from "#presentation/statement/product/facts.ts";
import { labelLines } from "#presentation/statement/product/label.ts";
import { productLine } from "#presentation/statement/product/line.ts";
import { productPage } from "#presentation/statement/product/page.ts";
import { lateNeurotoxicitySection } from "#presentation/statement/product/trials.ts";
import { productAnswer } from "#server/answers/product-answer.ts";
import { found } from "../../../data/files.ts";
import { linesIn } from "./lines.ts";

const all = Object.values(products);

describe("the label", () => {
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

  const asked = {
    ...found(products["ide-cel"]?.approvals[0], "an approval"),
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
  });

  it("stand only where the own region has none", () => {
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

it("boxed warnings stand out on the page of a product, and nothing else does", () => {
  const product = found(
    all.find(({ boxedWarnings }) => boxedWarnings.length > 1),
    "warnings",
  );
  const { sections } = productPage(product, productAnswer(product.slug));
  for (const { id, blocks } of sections) {
    for (const { warns } of linesIn(blocks)) expect(warns === true).toBe(id === "warnings");
  }
});

it("says that no late neurotoxicity is known only where no source prints one", () => {
  for (const product of all) {
    const { blocks } = lateNeurotoxicitySection(product);
    const isSilent = blocks.some((block) => block.kind === "paragraph" && block.look === "unknown");
    const printed = dataset.cohorts
      .filter((one) => one.product === product.slug)
      .flatMap(({ id }) => details[id]?.figures ?? [])
      .filter(
        (one) => one.percentPrinted !== null && lateNeurotoxicity.some((id) => id === one.outcome),
      );
    if (isSilent)
      expect([product.slug, printed, productFacts(product).late]).toEqual([product.slug, [], []]);
  }
});
