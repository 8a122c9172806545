/**
 * The code that the entries reach as one minified text, without comments, layout and file names.
 */
import { build, type Plugin } from "esbuild";

/** Written by `data/build/build.ts`. Included, because data determine answers just as code does. */
const data =
  /\/(compute-set|real-world|provenance|details|products|collections|changes|data-version)\.ts$/;

/**
 * Excludes files that later steps of the build write, because they contain the versions that are
 * computed from this text.
 */
const withoutLaterSteps: Plugin = {
  name: "without-later-steps",
  setup({ onResolve }) {
    onResolve({ filter: /[#/]generated\// }, ({ path }) =>
      data.test(path) ? null : { path: "generated", external: true },
    );
  },
};

/**
 * @param root The folder of the repository.
 * @param entries Paths relative to it.
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
