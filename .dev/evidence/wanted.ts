/**
 * `npm run evidence -- wanted [how many]`: the figures that would change a row of the first screen
 * most, the document to open for each, and what the screen would then say. Each is put in, in memory,
 * and its row computed again.
 */
import { models } from "#core/comparison/models.ts";
import { questionOf } from "#core/question/read-question.ts";
import { english } from "#presentation/words/catalogue.ts";
import { secondsSince } from "../run.ts";
import { evidence } from "./present.ts";
import { datasetOf } from "./shown.ts";
import { ranked, togetherIn } from "./wanted/ranking.ts";
import { documentsFor } from "./wanted/to-open.ts";
import { rowsOf, tryFigures } from "./wanted/try-figures.ts";
import { togetherLine, wantedLines } from "./wanted/wanted-lines.ts";

/** Ready-made questions: the first screen, and that of earlier lines. */
const questions = ["default", "earlier-setting"];
const usual = 15;

const began = performance.now();
const { cohorts, documents, references } = evidence;
const dataset = datasetOf(evidence);
const fileOf = new Map(cohorts.map((cohort) => [cohort.id, cohort]));
const labelOf = new Map<unknown, string>();
const tried = evidence.presets
  .filter(({ id }) => questions.includes(id))
  .flatMap(({ label, query: parameters }) => {
    const { query } = questionOf(Object.entries(parameters), dataset);
    if (query === null) return [];
    labelOf.set(query, label);
    const collected = (id: string) => fileOf.get(id)?.baseline.leukapheresed ?? null;
    return tryFigures(query, dataset, models, collected);
  });
const wanted = ranked(tried);
const most = Number(process.argv[3] ?? usual) || wanted.length;

console.log(
  `${wanted.length} figures are missing that would count in a row of ${[...labelOf.values()].join(" or ")}; each was tried (${secondsSince(began)}). Those that change most:\n`,
);
wanted.slice(0, most).forEach((one, index) => {
  const file = fileOf.get(one.cohort.id);
  if (!file) return;
  const open = documentsFor(file, one.outcome.id, documents, references);
  const question = labelOf.get(one.query) ?? "";
  console.log(`${wantedLines(index + 1, one, { question, file, open }, english).join("\n")}\n`);
});
console.log("Rows that only several of them together would have compared:");
for (const one of rowsOf(tried)) {
  const together = togetherIn(one, dataset, models);
  if (together) console.log(togetherLine(together, labelOf.get(one[0]?.query) ?? "", english));
}
console.log("");
const beside = documents.filter((one) => one.cohorts.length === 0);
for (const { name, address, look } of beside) {
  console.log(`Beside the rows: ${[name, address].filter(Boolean).join(" ")} (${look})`);
}
