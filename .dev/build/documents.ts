/** Writes the documents that the Worker serves unchanged to dist/ (a step of the build). */
import { join } from "node:path";
import packageFile from "../../package.json" with { type: "json" };
import { chooseBuildFolder, writeIfChanged } from "../files.ts";
import "../tsx.ts";

const { buildDocuments } = await import("./built-documents.ts");
for (const [path, content] of Object.entries(await buildDocuments(packageFile.version))) {
  writeIfChanged(join("dist", path), content, chooseBuildFolder());
}
