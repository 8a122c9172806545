import { readFileSync } from "node:fs";
import { join } from "node:path";

const guide = readFileSync(join(import.meta.dirname, "../../widget/embedding.md"), "utf8");

/** The first snippet in this language of the section about frameworks. */
export function snippet(language: "tsx" | "vue"): string {
  const [, section = ""] = guide.split("\n## In a framework\n");
  const found = section.match(RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``))?.[1];
  if (found === undefined) throw new Error(`the guide has no snippet for ${language}`);
  return found;
}
