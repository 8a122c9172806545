/** In place of the platform's edge cache: answers in memory, the least recently used ones go first. */
import { memo } from "#core/remembering/memo.ts";
import { type Bytes, bytesOf } from "../http/content-coding.ts";

/** Only what this service asks of a cache: no headers are kept, because every body is gzipped. */
export interface AnswerCache {
  match(address: string): Promise<Response | undefined>;
  put(address: string, response: Response): Promise<void>;
}

export function memoryCache(mostBytes: number): AnswerCache {
  const kept = memo<Bytes>(mostBytes, (bytes) => bytes.byteLength);
  return {
    async match(address) {
      const bytes = kept.get(address);
      return bytes && new Response(bytes);
    },
    async put(address, { body }) {
      if (body) kept.set(address, await bytesOf(body));
    },
  };
}
