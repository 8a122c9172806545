/** Holds the only bundler: every script that is built comes from here as one file. */
import { type BuildOptions, build, type OutputChunk, type Plugin } from "rolldown";
import { root } from "../files.ts";

/**
 * Comments that are left would be hints for bundlers, and nobody bundles these files again; licences stand in
 * `dist/notices.txt`.
 */
const withoutComments = { comments: false } as const;

/**
 * Bundles one entry to one file, and returns that file with the paths of its modules. The file is written only if
 * `output` names a place.
 */
export async function bundleEntry({ output, ...input }: BuildOptions): Promise<OutputChunk> {
  const { output: files } = await build({
    cwd: root,
    ...input,
    write: output?.dir !== undefined || output?.file !== undefined,
    output: { ...withoutComments, codeSplitting: false, ...output },
  });
  const [file, ...surplus] = files;
  if (surplus.length > 0) throw new Error(`${file.fileName} needs other files.`);
  return file;
}

/** Makes an entry for `input` from a text, as if a file at this path held it. */
export function makeTextEntry(input: string, text: string) {
  const plugin: Plugin = {
    name: "text-entry",
    resolveId: (path) => (path === input ? path : null),
    load: (path) => (path === input ? text : null),
  };
  return { input, plugins: [plugin] };
}
