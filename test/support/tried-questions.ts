/** The questions that tried the rules and the look, by name. */
import { readFileSync } from "node:fs";

export function triedQuestions(): { readonly name: string; readonly question: string }[] {
  const file = new URL("../approved/tried-questions.txt", import.meta.url);
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => {
      const [name, question] = line.split("\t");
      return name && question !== undefined
        ? [{ name, question: question.replace("3+", "3%2B") }]
        : [];
    });
}
