/** Files at the root of the site: icon, robots.txt, licences and packages of what is shipped. All other paths are not found. */
import type { NotFoundHandler } from "hono";
import type { HonoEnvironment } from "./environment.ts";
import { inTime } from "./in-time.ts";
import { repeated } from "./patient-like.ts";
import { problemResponse } from "./problem.ts";

const rootFiles = new Set(["/favicon.svg", "/notices.txt", "/robots.txt"]);

export const staticFile: NotFoundHandler<HonoEnvironment> = async (context) => {
  const { path } = context.req;
  if (rootFiles.has(path)) {
    const file = await inTime(context.env.ASSETS.fetch(new URL(path, context.req.url)));
    // A copy, because responses of the binding have immutable headers.
    if (file.ok) return new Response(file.body, file);
    await file.body?.cancel();
  }
  return problemResponse({ status: 404, detail: `There is nothing at ${repeated(path)}.` });
};
