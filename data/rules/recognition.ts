/** Rules about what a health record is recognised by: it has sources, and follows the products. */
import type { Evidence, Problem } from "../evidence.ts";
import { ProblemList } from "./report.ts";

export function recognitionProblems({ recognition, products }: Evidence): Problem[] {
  const list = new ProblemList("data/recognition.json");
  const sourced = [
    ...recognition.myeloma.map(({ sources }, index) => ({ at: `myeloma[${index}]`, sources })),
    ...recognition.otherBcma.map(({ sources }, index) => ({ at: `otherBcma[${index}]`, sources })),
    { at: "codeSystems", sources: recognition.codeSystems.sources },
    { at: "notClassified", sources: recognition.notClassified.sources },
  ];
  for (const { at, sources } of sourced) {
    if (sources.length === 0)
      list.add(`${at}.sources`, "fact-sourced", "a code or name needs a source");
    for (const index of sources) {
      if (index < recognition.sources.length) continue;
      list.add(`${at}.sources`, "source-exists", `source ${index} does not exist`);
    }
  }
  const { names, alsoTherapy } = recognition.lymphodepletion;
  const known = new Set([...names, ...alsoTherapy]);
  for (const { slug, dosing } of products) {
    for (const { agent } of dosing.lymphodepletion?.value.agents ?? []) {
      if (known.delete(agent) || names.includes(agent) || alsoTherapy.includes(agent)) continue;
      list.add("lymphodepletion", "lymphodepletion-known", `"${agent}" of ${slug} is not in it`);
    }
  }
  for (const name of known) {
    list.add("lymphodepletion", "lymphodepletion-known", `no product has "${name}"`);
  }
  return list.problems;
}
