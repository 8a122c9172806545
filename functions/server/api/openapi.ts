/** `GET /v1/openapi.json`: the parameters and answers of every resource. */
import type { Described } from "../documentation/described.ts";
import { sentFile } from "../http/built-file.ts";
import { noParameters } from "../http/no-parameters.ts";
import type { Routes } from "../http/route.ts";

export const routes: Routes = {
  "/v1/openapi.json": [
    noParameters,
    sentFile({ file: "/v1/openapi.json", contentType: "application/json; charset=utf-8" }),
  ],
};

export const operations = (): readonly Described[] => [
  {
    id: "getDescription",
    path: "/v1/openapi.json",
    tag: "Service",
    summary: "This description",
    description: "OpenAPI 3.1, made from the schemas that the answers are tested against.",
    json: "object",
  },
];
