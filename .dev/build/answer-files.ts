/**
 * Makes the files of the precomputed answers that a build names, by running a Worker with the code and the data of
 * that build.
 */
import { gzipSync } from "node:zlib";
import { startServer } from "../serve/serve.ts";

/** Requests at a time: files are compressed while the Worker computes. */
const atOnce = 16;

interface Options {
  /** `write` takes each complete file with its path below `dist/`. */
  write: (path: string, file: Uint8Array) => void;
  /** After `signal` was aborted no file is written, and once the promise is settled nothing of the Worker runs. */
  signal?: AbortSignal;
}

/**
 * Answers are made in workerd, because the last digits of `Math` differ between engines.
 *
 * @param folder of a build that is nothing but the Worker (`answering.ts`)
 */
export async function makeAnswers(folder: string, { write, signal }: Options): Promise<void> {
  const server = await startServer({ buildFolder: folder });
  try {
    const response = await server.fetch("/files");
    const files = (await response.json()) as [path: string, question: string][];
    for (let first = 0; first < files.length && !signal?.aborted; first += atOnce) {
      await Promise.all(
        files.slice(first, first + atOnce).map(async ([path, question]) => {
          const response = await server.fetch(`/?${question}`, signal ? { signal } : {});
          const text = await response.text();
          if (!response.ok) throw new Error(`"${question}" was not answered: ${text}`);
          if (!signal?.aborted) write(path, gzipSync(text, { level: 9 }));
        }),
      );
    }
  } finally {
    await server.dispose();
  }
}
