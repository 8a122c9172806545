/** Documents created at build time and read through the assets binding. */
import type { Context } from "hono";
import { cacheControl, isFresh } from "./conditional.ts";
import type { HonoEnvironment } from "./environment.ts";
import { inTime } from "./in-time.ts";
import type { Answer } from "./route.ts";

/** A file of the build is missing: a fault of an installation, and usual on a device, which has few of them. */
export class NotBuilt extends Error {
  constructor(path: string) {
    super(`${path} was not built`);
    this.name = "NotBuilt";
  }
}

export interface BuiltFile {
  /** Path below `dist/`. */
  file: string;
  contentType: string;
  /** If absent, the platform creates an ETag from the content. */
  etag?: string;
  headers?: Readonly<Record<string, string>>;
  /** Changes the text before it is sent. */
  adapt?: (text: string) => string;
  /** What `adapt` depends on beside the text; it becomes part of the platform's ETag. */
  adaptedBy?: string;
}

export async function builtFile(
  context: Context<HonoEnvironment>,
  { file, contentType, etag, headers: more, adapt, adaptedBy }: BuiltFile,
): Promise<Response> {
  const given = context.req.header("if-none-match");
  const headers = { "cache-control": cacheControl, ...more };
  if (etag !== undefined && isFresh(given, etag)) {
    return new Response(null, { status: 304, headers: { ...headers, etag } });
  }
  const found = await inTime(context.env.ASSETS.fetch(new URL(file, context.req.url)));
  if (!found.ok) {
    await found.body?.cancel();
    throw new NotBuilt(file);
  }
  const validator = etag ?? adapted(found.headers.get("etag"), adaptedBy);
  if (validator !== null && isFresh(given, validator)) {
    return new Response(null, { status: 304, headers: { ...headers, etag: validator } });
  }
  return new Response(adapt ? adapt(await inTime(found.text())) : found.body, {
    headers: {
      ...headers,
      ...(validator === null ? {} : { etag: validator }),
      "content-type": contentType,
    },
  });
}

export function sentFile(file: BuiltFile): Answer {
  return (context) => builtFile(context, file);
}

function adapted(etag: string | null, by: string | undefined): string | null {
  return etag === null || by === undefined ? etag : etag.replace(/"$/, `-${by}"`);
}
