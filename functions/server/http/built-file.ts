/** Sends files of the build, which are read through the assets binding. */
import type { Context, NotFoundHandler } from "hono";
import { cacheControl, isTagInIfNoneMatch } from "./conditional.ts";
import type { Answer, HonoEnvironment } from "./environment.ts";
import { respondWithProblem } from "./problem.ts";

/** A wait lasts at most this many milliseconds. Files and caches answer within about ten. */
const patience = 2000;

/**
 * Returns the result of `work`. Rejects if a store or cache does not answer in time, so that the caller treats it as
 * failed.
 */
export async function limitWait<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("too late")), patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Reports that a file of the build is missing: a fault on an installation, but usual on a device, which has few of the
 * files.
 */
export class NotBuilt extends Error {
  constructor(path: string) {
    super(`${path} was not built`);
    this.name = "NotBuilt";
  }
}

/**
 * Returns the response that holds a file of the build; `null` if the binding answers with an error, as for a missing
 * file. Rejects if there is no response in time.
 */
export async function readBuiltFile(
  { env, req }: Context<HonoEnvironment>,
  path: string,
): Promise<Response | null> {
  const response = await limitWait(env.ASSETS.fetch(new URL(path, req.url)));
  if (response.ok) return response;
  await response.body?.cancel();
  return null;
}

export interface BuiltFile {
  /** The path of the file is relative to `dist/`. */
  file: string;
  contentType: string;
  /** If absent, the platform makes the ETag from the content. */
  etag?: string;
  headers?: Readonly<Record<string, string>>;
  /** Changes the text before it is sent. */
  adapt?: (text: string) => string;
  /** Names whatever `adapt` depends on besides the text; it becomes part of the platform's ETag. */
  adaptedBy?: string;
}

export async function respondWithBuiltFile(
  context: Context<HonoEnvironment>,
  { file, contentType, etag, headers: more, adapt, adaptedBy }: BuiltFile,
): Promise<Response> {
  const ifNoneMatch = context.req.header("if-none-match");
  const headers = { "cache-control": cacheControl, ...more };
  if (etag !== undefined && isTagInIfNoneMatch(ifNoneMatch, etag)) {
    return new Response(null, { status: 304, headers: { ...headers, etag } });
  }
  const response = await readBuiltFile(context, file);
  if (!response) throw new NotBuilt(file);
  const validator = etag ?? makeAdaptedEntityTag(response.headers.get("etag"), adaptedBy);
  if (validator !== null && isTagInIfNoneMatch(ifNoneMatch, validator)) {
    return new Response(null, { status: 304, headers: { ...headers, etag: validator } });
  }
  return new Response(adapt ? adapt(await limitWait(response.text())) : response.body, {
    headers: {
      ...headers,
      ...(validator === null ? {} : { etag: validator }),
      "content-type": contentType,
    },
  });
}

export function makeBuiltFileHandler(file: BuiltFile): Answer {
  return (context) => respondWithBuiltFile(context, file);
}

function makeAdaptedEntityTag(etag: string | null, by: string | undefined): string | null {
  return etag === null || by === undefined ? etag : etag.replace(/"$/, `-${by}"`);
}

const rootFiles = new Set(["/favicon.svg", "/notices.txt", "/robots.txt"]);

/** Says at an address of an earlier release what is there instead. */
const gone: Readonly<Record<string, string>> = {
  "/docs/copy":
    "The copy without a server is gone. How to run an installation is at /docs/operators.",
  "/oembed": "oEmbed is gone. The snippet of a frame for any question is made at /build.",
};

/**
 * Serves files at the root of the site: icon, robots.txt, licences and the packages of the shipped code. All other
 * paths are not found.
 */
export const serveRootFileOrNotFound: NotFoundHandler<HonoEnvironment> = async (context) => {
  const { path } = context.req;
  const file = rootFiles.has(path) ? await readBuiltFile(context, path) : null;
  if (file) return respondWithRootFile(file, context.req.header("if-none-match"));
  return respondWithProblem({
    status: 404,
    // The path is not repeated, because it may hold something about a patient.
    detail:
      gone[path] ??
      "There is nothing at this address. Those of the API are listed at /docs/integrators.",
  });
};

/**
 * Returns the response with the file, or a 304 if the caller has it. The response of the binding is copied, because
 * its headers are immutable.
 */
async function respondWithRootFile(
  file: Response,
  ifNoneMatch: string | undefined,
): Promise<Response> {
  const etag = file.headers.get("etag");
  if (etag === null || !isTagInIfNoneMatch(ifNoneMatch, etag)) return new Response(file.body, file);
  await file.body?.cancel();
  const headers = new Headers(file.headers);
  for (const name of ["content-type", "content-length"]) headers.delete(name);
  return new Response(null, { status: 304, headers });
}
