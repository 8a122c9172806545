/** Tests what every page of a product has, and where its numbers lead. `test/approved/pages.ts` holds its words. */
import { describe, expect, it } from "vitest";
import { listEvidenceByProduct } from "#core/answer/evidence.ts";
import { dataset } from "#core/dataset.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import { products } from "#data/generated/products.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { answerClassesInFull } from "#server/answers/compute/full-answer.ts";
import { computeAnswersOnAllTrialsOfProduct } from "#server/pages/products/product-numbers.tsx";
import { renderDocuments } from "#server/pages/products/products-page.tsx";

const pages = new Map(Object.entries(await renderDocuments()));
const all = Object.values(products).map((product) => ({
  product,
  page: pages.get(`products/${product.slug}.html`) ?? "",
}));

describe("the page of every product", () => {
  it("holds no number of a class", () => {
    for (const { product, page } of all) {
      const ofClass = /of-class|class="verdict"|data-outcome="orr" data-status/.exec(page);
      expect([product.slug, ofClass]).toEqual([product.slug, null]);
    }
  });

  it("asks for trials of its own product only", () => {
    for (const { product } of all) {
      const answers = computeAnswersOnAllTrialsOfProduct(product);
      for (const { pools } of answers.flatMap(({ outcomes }) => outcomes)) {
        const studies = therapyClasses.flatMap((group) => pools[group].studies);
        for (const study of studies) expect(study.product).toBe(product.slug);
      }
    }
  });

  it("names in its list every trial that a number of its comparison rests on", () => {
    for (const { product, page } of all) {
      const list = page.slice(page.indexOf('id="achieved"'), page.indexOf('id="onset"'));
      const query = parseQueryTextOrThrow(`product=${product.slug}`, dataset);
      for (const { label, pools } of answerClassesInFull(query).outcomes) {
        const [, from = ""] = list.split(new RegExp(`<h3>${label}[,<]`));
        const [ofOutcome = ""] = from.split("<h3>");
        const byProduct = listEvidenceByProduct(pools[product.therapyClass]);
        for (const { cohort, as } of byProduct.flatMap(({ evidence }) => evidence)) {
          // Medians stand on an axis of their own.
          if (as === "median") continue;
          const name = `${product.slug} ${label} ${cohort}`;
          expect(ofOutcome, name).toContain(`/v1/cohorts/${cohort}#`);
        }
      }
    }
  });
});
