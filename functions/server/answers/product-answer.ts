/** All trials of a product, whatever their patients had before and wherever it is approved. */
import { dataset } from "#core/dataset.ts";
import { asked } from "#core/question/read-question.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import { compareWithSources } from "./class-answer.ts";
import { productEvidence } from "./product-evidence.ts";

export function productAnswer(slug: string) {
  const question = `product=${slug}&lines=any&availability=any&target=any`;
  const answer = compareWithSources(asked(question, dataset));
  const { mediansOf } = productEvidence(answer);
  return { question, answer, mediansOf: (family: SurvivalFamily) => mediansOf(family) };
}
