/** `GET /healthz`: shows that the Worker runs, which version of the evidence it has, and which versions were withdrawn. */
import { Hono } from "hono";
import { dataset } from "#core/dataset.ts";
import { recall } from "#data/generated/changes.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { problemResponse } from "../../http/problem.ts";

const health = new Hono<HonoEnvironment>().get("/", (context) =>
  context.env.ENDING?.aborted
    ? problemResponse({ status: 503, detail: "This server is about to end. Please ask another." })
    : context.json(
        {
          status: "ok",
          answerVersion: dataset.answerVersion,
          dataVersion: dataset.dataVersion,
          ...recall,
        },
        200,
        { "cache-control": "no-store" },
      ),
);

export const routes = {
  "/healthz": health,
};
