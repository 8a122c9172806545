/** The answer product by product, from whoever gave the answer for the two classes. */
import type { Comparison } from "#core/comparison/answer.ts";
import { type ByProduct, byProductOf } from "#presentation/statement/side-by-side.ts";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { screen } from "#words/screen.ts";
import { comparisonClient, SourceError } from "../../answers/client.ts";
import { localEngine } from "../../answers/local-engine.ts";
import { ofProducts } from "../../answers/ordered-query.ts";
import type { Answer } from "../../answers/source.ts";
import { siteOf } from "../../page/site-of.ts";

/**
 * What the device answered is not asked of anybody else: it may hold a patient, or there may be no
 * connection.
 *
 * @throws SourceError that says why there is none. Numbers of another version are none: they would not
 * be those of the classes.
 */
export async function productsAnswer(
  { comparison: { canonical, answerVersion }, onDevice }: Answer,
  drawn: DrawnWords,
  signal: AbortSignal,
): Promise<ByProduct> {
  const site = siteOf(import.meta.url);
  const question = ofProducts(canonical);
  const answer: Comparison<string> =
    onDevice && !onDevice.cited
      ? (await (await localEngine()).productEngine()).computeByProduct(question)
      : await comparisonClient(site).comparison(question, signal);
  if (answer.answerVersion !== answerVersion) throw new SourceError({ kind: "failed" });
  return byProductOf(answer, { ...screen, ...drawn });
}
