/** Writes the documents that the Worker serves unchanged to dist/ (a step of the build). */
import { join } from "node:path";
import { runnerImport } from "vite";
import packageFile from "../../package.json" with { type: "json" };
import { makingFolder, root, writeIfChanged } from "../files.ts";

// Vite's runner supports JSX, which Node does not.
const { module } = await runnerImport<typeof import("./built-documents.ts")>(
  join(root, ".dev/build/built-documents.ts"),
  { configFile: false, root, logLevel: "warn" },
);
for (const [path, content] of Object.entries(module.builtDocuments(packageFile.version))) {
  writeIfChanged(join("dist", path), content, makingFolder());
}
