/** `GET /v1/openapi.json`: the parameters and answers of every resource. */
import { Hono } from "hono";
import { builtFile } from "../../http/built-file.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { noParameters } from "../../http/no-parameters.ts";

const openApi = new Hono<HonoEnvironment>().use(noParameters).get("/", (context) =>
  builtFile(context, {
    file: "/v1/openapi.json",
    contentType: "application/json; charset=utf-8",
  }),
);

export const routes = {
  "/v1/openapi.json": openApi,
};
