/** `GET /v1/openapi.json`: what every resource can be asked and answers. */
import { Hono } from "hono";
import type { HonoEnvironment } from "../environment.ts";
import { builtFile } from "./built-file.ts";
import { noParameters } from "./no-parameters.ts";

export const openApi = new Hono<HonoEnvironment>().use(noParameters).get("/", (context) =>
  builtFile(context, {
    file: "/v1/openapi.json",
    contentType: "application/json; charset=utf-8",
  }),
);
