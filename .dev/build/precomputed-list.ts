/** Writes the list of the questions with precomputed answers (a step of the build). */
import { listPrecomputedQuestions } from "#core/choices/choices.ts";
import { dataset } from "#core/dataset.ts";
import { nameable } from "#server/answers/keep/precomputed-files.ts";
import { writeGeneratedModule } from "../files.ts";

const questions = listPrecomputedQuestions(dataset);
const odd = questions.filter((question) => !nameable.test(question));
if (odd.length > 0) throw new Error(`no names for files: ${odd.join(" ")}`);

writeGeneratedModule(
  "data/generated/precomputed.ts",
  ".dev/build/precomputed-list.ts",
  "/** Canonical questions whose answers are among the files of the build. */",
  `export const questions: readonly string[] = ${JSON.stringify(questions)};`,
);
