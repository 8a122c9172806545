/** Code as it would run: one minified text of what the entries reach, without comments, layout and names of files. */
import { build, type Plugin } from "esbuild";

/** Written by `data/build/build.ts`: what is known, which decides bytes as code does. */
const data = /\/(compute-set|provenance|details|products|collections|data-version)\.ts$/;

/** What later steps of the build write stays outside: the versions made here are in it. */
const withoutLaterSteps: Plugin = {
  name: "without-later-steps",
  setup({ onResolve }) {
    onResolve({ filter: /\/generated\// }, ({ path }) =>
      data.test(path) ? null : { path: "generated", external: true },
    );
  },
};

/**
 * @param root The folder of the repository.
 * @param entries Files below it.
 */
export async function bundledCode(root: string, entries: readonly string[]): Promise<string> {
  const contents = entries.map((path, index) => `export * as entry${index} from "./${path}";`);
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: contents.join("\n"), resolveDir: root },
    bundle: true,
    minify: true,
    legalComments: "none",
    format: "esm",
    target: "es2022",
    write: false,
    plugins: [withoutLaterSteps],
  });
  return outputFiles.map(({ text }) => text).join("\n");
}
