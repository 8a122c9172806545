/**
 * Vite plugin: every `import()` of our own code becomes a call of `loadVerified`, with the name of
 * the chunk and of the chunks it imports, each with the hash of its bytes. So the integrity of the
 * entry, which a host page states, covers everything that the entry ever loads. File names are
 * hashes of the content, so they depend on these hashes as well.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Plugin, Rolldown } from "vite";
import type { VerifiedFile } from "#widget/answers/load-verified.ts";
import { root } from "../files.ts";

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/** @param helper the file with `loadVerified` */
export function verifiedImports(helper: string): Plugin {
  return {
    name: "verified-imports",
    enforce: "post",
    transform(code) {
      const wrapped = code.replace(/\bimport\(\s*("[.#][^"]*")\s*\)/g, "loadPart(import($1))");
      return wrapped === code
        ? null
        : {
            code: `import { loadVerified as loadPart } from "${join(root, helper)}";\n${wrapped}`,
            map: null,
          };
    },
    generateBundle(_options, bundle) {
      nameFiles(bundle);
    },
  };
}

function nameFiles(bundle: Bundle): void {
  const chunks = new Map(
    Object.values(bundle).flatMap((file): [string, Chunk][] =>
      file.type === "chunk" ? [[file.fileName, file]] : [],
    ),
  );
  const entries = [...chunks.values()].filter(({ isEntry }) => isEntry);
  const finished = new Set<string>();

  const finish = (chunk: Chunk, before: readonly Chunk[] = []): void => {
    if (finished.has(chunk.fileName)) return;
    if (before.includes(chunk)) throw new Error(`${chunk.fileName} loads itself.`);
    const here = new Set([chunk, ...entries].flatMap((one) => [...withImports(one, chunks)]));
    const named = new Set<string>();
    const code = chunk.code.replace(
      // Matches to the end of the call of `loadPart`. If the chunk has several parts, the bundler
      // has added a `then` that picks one.
      /\bimport\(([`"'])\.\/([^`"']+)\1\)((?:\.then\(\(?[\w$]+\)?=>[\w$]+\.[\w$]+\))?)\)/g,
      (_call, _quote, name, taken, place) => {
        if (chunk.code[place - 1] !== "(") {
          throw new Error(`${chunk.fileName} loads ${name} without loadPart.`);
        }
        const target = chunks.get(join(chunk.fileName, "..", name));
        if (!target) throw new Error(`${chunk.fileName} loads ${name}, which was not built.`);
        named.add(target.fileName);
        const files = [...withImports(target, chunks)].filter((file) => !here.has(file));
        if (files.length === 0) throw new Error(`${chunk.fileName} has ${name} already.`);
        for (const file of files) finish(file, [...before, chunk]);
        return `${JSON.stringify(files.map((file) => verified(file)))})${taken}`;
      },
    );
    const missed = chunk.dynamicImports.filter((name) => !named.has(name));
    if (missed.length > 0) throw new Error(`${chunk.fileName} loads ${missed} without a hash.`);
    chunk.code = code;
    finished.add(chunk.fileName);
  };
  for (const chunk of chunks.values()) finish(chunk);
}

/** The chunk and everything it imports; a chunk comes after those it imports. */
function withImports(
  chunk: Chunk,
  chunks: ReadonlyMap<string, Chunk>,
  found = new Set<Chunk>(),
  open = new Set<Chunk>(),
): Set<Chunk> {
  if (open.has(chunk)) return found;
  open.add(chunk);
  for (const name of chunk.imports) {
    const imported = chunks.get(name);
    if (imported) withImports(imported, chunks, found, open);
  }
  return found.add(chunk);
}

/** SHA-256 is shorter than the hashes in snippets, and each hash is part of the first view. */
function verified({ fileName, code }: Chunk): VerifiedFile {
  const hash = createHash("sha256").update(code).digest("base64");
  return [`./${fileName.split("/").at(-1)}`, `sha256-${hash}`];
}
