/** `GET /v1/dataset` and `/v1/dataset.csv`: the whole evidence, as one document and as a table. */
import { Hono } from "hono";
import { dataset } from "#core/dataset.ts";
import { constantAnswer } from "../../answers/constant-answer.ts";
import { builtFile } from "../../http/built-file.ts";
import { entityTag } from "../../http/conditional.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { noParameters } from "../../http/no-parameters.ts";

const datasetDocument = new Hono<HonoEnvironment>().use(noParameters).get("/", (context) =>
  builtFile(context, {
    file: "/v1/dataset.json",
    contentType: "application/json; charset=utf-8",
    etag: entityTag(dataset.answerVersion, "dataset", "json"),
  }),
);

const datasetTable = new Hono<HonoEnvironment>().use(noParameters).get("/", (context) =>
  constantAnswer(context, {
    resource: "dataset",
    form: "csv",
    headers: { "content-disposition": 'inline; filename="myeloma-compare-dataset.csv"' },
  }),
);

export const routes = {
  "/v1/dataset": datasetDocument,
  "/v1/dataset.csv": datasetTable,
};
