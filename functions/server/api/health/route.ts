/** `GET /healthz`: shows that the Worker runs, and which version of the evidence it has. */
import { Hono } from "hono";
import { dataset } from "#core/dataset.ts";
import type { HonoEnvironment } from "../../http/environment.ts";

const health = new Hono<HonoEnvironment>().get("/", (context) =>
  context.json(
    { status: "ok", answerVersion: dataset.answerVersion, dataVersion: dataset.dataVersion },
    200,
    { "cache-control": "no-store" },
  ),
);

export const routes = {
  "/healthz": health,
};
