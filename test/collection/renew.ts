/**
 * Freezes the data as they are now: `node test/collection/renew.ts`, then `npm run accept`. The commit
 * shows what the new data change in every answer, so it should hold nothing else.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readDataFiles } from "../../data/build/read-files.ts";

const data = join(import.meta.dirname, "../../data");
const hosts = JSON.parse(readFileSync(join(data, "own-hosts.json"), "utf8"));
const files = [...readDataFiles(data), { path: "data/own-hosts.json", content: hosts }];

// A line a file, so that git shows which ones differ.
const lines = files.map(
  ({ path, content }) => `${JSON.stringify(path)}:${JSON.stringify(content)}`,
);
writeFileSync(join(import.meta.dirname, "collection.json"), `{\n${lines.join(",\n")}\n}\n`);
