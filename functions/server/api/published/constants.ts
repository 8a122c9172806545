/** Every published meta-analysis, with its numbers next to ours. */
import { dataset } from "#core/dataset.ts";
import { agreement } from "#data/generated/agreement.ts";
import { published } from "#data/generated/collections.ts";

export function constants(): Record<string, string> {
  const { dataVersion, answerVersion } = dataset;
  const answer = {
    dataVersion,
    answerVersion,
    published: published.map((one) => ({
      ...one,
      href: one.doi === null ? null : `https://doi.org/${one.doi}`,
      agreement: agreement.filter(({ published: id }) => id === one.id),
    })),
  };
  return { "published.json": JSON.stringify(answer) };
}
