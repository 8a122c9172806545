import { spawnSync } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeTestFolder } from "./test-folder.ts";

const root = join(import.meta.dirname, "../..");

type CompilerOptions = Readonly<Record<string, unknown>>;

/** Makes a strict project of another developer that holds these files, with our packages unless `packages` is false. */
export function compiling(files: Readonly<Record<string, string>>, { packages = true } = {}) {
  const folder = makeTestFolder("host-");
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  if (packages) symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const [name, text] of Object.entries(files)) write(name, text);

  /** Compiles these files as one program, and returns the output of the compiler; empty if there are no errors. */
  function outputFor(texts: Readonly<Record<string, string>>, options: CompilerOptions): string {
    for (const [name, text] of Object.entries(texts)) write(name, text);
    const compilerOptions = {
      ...{ strict: true, noEmit: true, target: "ES2023", module: "ESNext", types: [] },
      ...{ moduleResolution: "Bundler", lib: ["ES2023", "DOM"], jsx: "react-jsx", ...options },
    };
    write("tsconfig.json", JSON.stringify({ compilerOptions, files: Object.keys(texts) }));
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const { stdout, stderr } = spawnSync(process.execPath, [tsc, "-p", folder], {
      cwd: folder,
      encoding: "utf8",
    });
    return stdout + stderr;
  }

  return {
    /** Returns the output of the compiler; empty if there are no errors. */
    compile: (name: string, text: string, options: CompilerOptions = {}): string =>
      outputFor({ [name]: text }, options),
    /**
     * Compiles modules that do not change each other's types as one program, which takes no longer than a single
     * module. Returns the output for each; what the compiler says of no module stands with each of them.
     */
    compileAll(
      modules: Readonly<Record<string, string>>,
      options: CompilerOptions = {},
    ): (name: string) => string {
      const messages = outputFor(modules, options).split(/^(?=\S)/m);
      const isAbout = (name: string) => (message: string) => message.startsWith(`${name}(`);
      const common = messages.filter(
        (message) => !Object.keys(modules).some((name) => isAbout(name)(message)),
      );
      return (name) => [...common, ...messages.filter(isAbout(name))].join("");
    },
  };
}
