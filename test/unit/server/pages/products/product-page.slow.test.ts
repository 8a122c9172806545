/** Tests what every page of a product has, and where its numbers lead. `test/approved/pages.ts` holds its words. */
import { describe, expect, it } from "vitest";
import { evidenceByProduct } from "#core/answer/evidence.ts";
import { dataset } from "#core/dataset.ts";
import { queryFromText } from "#core/question/read-question.ts";
import { lateNeurotoxicity } from "#data/collection-vocabulary.ts";
import { details } from "#data/generated/details.ts";
import { products } from "#data/generated/products.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { outcomeLabel } from "#presentation/words/outcome-names.ts";
import { compareWithSources } from "#server/answers/compute/full-answer.ts";
import { cohortRecords } from "#server/answers/compute/whole-dataset.ts";
import { productFacts } from "#server/pages/products/facts.tsx";
import { listTrials, makeCard } from "#server/pages/products/product-numbers.tsx";
import { documents } from "#server/pages/products/products-page.tsx";
import { recordPage } from "#server/pages/record/record-page.tsx";
import { textOf } from "../../../../support/html.ts";

const pages = new Map(Object.entries(await documents()));
const all = Object.values(products).map((product) => ({
  product,
  page: pages.get(`products/${product.slug}.html`) ?? "",
}));

const sectionOf = (page: string, id: string) =>
  new RegExp(`<section id="${id}"[\\s\\S]*?</section>`).exec(page)?.[0] ?? "";

describe("the page of every product", () => {
  it("has every boxed warning in its box", () => {
    for (const { product, page } of all) {
      const box = textOf(sectionOf(page, "warnings"));
      for (const { text } of productFacts(product).boxed) expect(box).toContain(text);
    }
  });

  it("draws the product by drug, and no other, where a trial counts after three lines, and says so elsewhere", async () => {
    const cards = await Promise.all(
      all.map(async ({ product, page }) => ({ product, page, card: await makeCard(product) })),
    );
    const withCard = cards.filter(({ card }) => card !== null);
    expect(withCard.length).toBeGreaterThan(5);
    expect(withCard.length).toBeLessThan(all.length);
    for (const { product, page, card } of cards) {
      const drugs = card?.byDrug.drugs.map((drug) => drug.product) ?? [product.slug];
      expect(drugs).toEqual([product.slug]);
      expect([product.slug, page.includes('class="by-drug')]).toEqual([
        product.slug,
        card !== null,
      ]);
      expect(page.includes("No trial of it counts there.")).toBe(card === null);
    }
  });

  it("holds no number of a class", () => {
    for (const { product, page } of all) {
      const ofClass = /of-class|class="verdict"|data-outcome="orr" data-status/.exec(page);
      expect([product.slug, ofClass]).toEqual([product.slug, null]);
    }
  });

  it("asks for trials of its own product only", () => {
    for (const { product } of all) {
      for (const { pools } of listTrials(product).flatMap(({ outcomes }) => outcomes)) {
        for (const group of therapyClasses) {
          for (const study of pools[group].studies) expect(study.product).toBe(product.slug);
        }
      }
    }
  });

  it("leads from each trial to the place of its number in the record", () => {
    const records = new Map(cohortRecords().map((record) => [record.id, record]));
    const places = new Map<string, string>();
    const links = all.flatMap(({ page }) =>
      [...page.matchAll(/href="\/v1\/cohorts\/([^"#.]+)#([^"]+)"/g)].map(
        ([, cohort = "", place = ""]) => ({ cohort, place }),
      ),
    );
    expect(links.length).toBeGreaterThan(100);
    for (const { cohort, place } of links) {
      const record = records.get(cohort);
      if (!record) throw new Error(`no record ${cohort}`);
      if (!places.has(cohort)) places.set(cohort, recordPage(record));
      expect(places.get(cohort), `${cohort} ${place}`).toContain(`id="${place}"`);
    }
  });

  it("names in its list every trial that a number of its comparison rests on", () => {
    for (const { product, page } of all) {
      const list = page.slice(page.indexOf('id="achieved"'), page.indexOf('id="onset"'));
      const { outcomes } = compareWithSources(queryFromText(`product=${product.slug}`, dataset));
      for (const { label, pools } of outcomes) {
        const [ofOutcome = ""] = (list.split(new RegExp(`<h3>${label}[,<]`))[1] ?? "").split(
          "<h3>",
        );
        const evidence = evidenceByProduct(pools[product.therapyClass]).flatMap(
          (standIn) => standIn.evidence,
        );
        for (const { cohort, as } of evidence) {
          // Medians stand on an axis of their own.
          if (as === "median") continue;
          expect(ofOutcome, `${product.slug} ${label} ${cohort}`).toContain(
            `/v1/cohorts/${cohort}#`,
          );
        }
      }
    }
  });

  it("has a list of each late neurotoxicity that a source prints of it, with every trial and series that does", () => {
    const printed = all.flatMap(({ product, page }) =>
      dataset.cohorts
        .filter((cohort) => cohort.product === product.slug)
        .flatMap(({ id }) =>
          (details[id]?.figures ?? [])
            .filter(({ outcome }) => lateNeurotoxicity.some((late) => late === outcome))
            .map(({ outcome }) => ({ page, id, outcome })),
        ),
    );
    expect(printed.length).toBeGreaterThan(5);
    for (const { page, id, outcome } of printed) {
      const [, list] = page.split(new RegExp(`<h3>${outcomeLabel(outcome)}[,<]`));
      expect(list, `${id} ${outcome}`).toBeDefined();
      expect(list?.split("<h3>")[0], `${id} ${outcome}`).toContain(`/v1/cohorts/${id}#`);
    }
  });
});
