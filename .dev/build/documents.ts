/** Writes the documents that the Worker serves unchanged to dist/ (a step of the build). */
import { join } from "node:path";
import packageFile from "../../package.json" with { type: "json" };
import { chooseBuildFolder, writeFileIfChanged } from "../files.ts";
import "../tsx.ts";

const { renderBuiltDocuments } = await import("./built-documents.ts");
for (const [path, content] of Object.entries(await renderBuiltDocuments(packageFile.version))) {
  writeFileIfChanged(join("dist", path), content, chooseBuildFolder());
}
