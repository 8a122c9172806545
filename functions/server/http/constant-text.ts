/** Text that stays the same for a whole release, with its ETag. */
import type { Context } from "hono";
import { isFresh, namesFiles } from "./conditional.ts";

export interface ConstantText {
  text: string;
  contentType: string;
  etag: string;
}

/** Responds with the text, or with a 304. The text names files of the release. */
export function constantText({ text, contentType, etag }: ConstantText) {
  const headers = { etag, "cache-control": namesFiles };
  return (context: Context): Response =>
    isFresh(context.req.header("if-none-match"), etag)
      ? new Response(null, { status: 304, headers })
      : new Response(text, { headers: { ...headers, "content-type": contentType } });
}
