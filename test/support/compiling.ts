import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** A strict project of somebody else that holds these files, with the packages of ours unless it has none. */
export function compiling(files: Readonly<Record<string, string>>, { packages = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "host-"));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  if (packages) symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const [name, text] of Object.entries(files)) write(name, text);
  return {
    /** The output of the compiler; empty if there are no errors. */
    compile(name: string, text: string, options: Readonly<Record<string, unknown>> = {}): string {
      write(name, text);
      const compilerOptions = {
        ...{ strict: true, noEmit: true, target: "ES2023", module: "ESNext", types: [] },
        ...{ moduleResolution: "Bundler", lib: ["ES2023", "DOM"], jsx: "react-jsx", ...options },
      };
      write("tsconfig.json", JSON.stringify({ compilerOptions, files: [name] }));
      const tsc = join(root, "node_modules/typescript/bin/tsc");
      const { stdout, stderr } = spawnSync(process.execPath, [tsc, "-p", folder], {
        encoding: "utf8",
      });
      return stdout + stderr;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
