/**
 * Serves `GET /healthz`: that the Worker runs, which version of the evidence it has, and which versions were withdrawn.
 * Serves `GET /recall.json`: only the withdrawn versions, which may be cached.
 */
import * as v from "valibot";
import { answerStamp } from "#core/answer/schema/parts.ts";
import { dataset } from "#core/dataset.ts";
import { recall } from "#data/generated/changes.ts";
import { described, listOf, namedObject, orNull } from "#data/schema/description.ts";
import { makeConstantTextHandler, makeVersionedEntityTag } from "../http/conditional.ts";
import { makeContentType } from "../http/negotiation.ts";
import { respondWithProblem } from "../http/problem.ts";
import { makeOperationDescription, makeResource } from "./resource.ts";

/** States which data were withdrawn, for `/healthz`, `/recall.json` and `/v1/changes`. */
export const recallFields = {
  minimumDataVersion: described(
    v.string(),
    "The oldest version of the data that may still be shown, for people: versions of one day have no order. A program stops showing answers whose version is in `recalledDataVersions`.",
  ),
  recalledDataVersions: listOf(
    v.string(),
    "The versions before it: withdrawn, because they held a wrong number.",
  ),
  recallReason: orNull(
    v.string(),
    "What was wrong in the newest of them; `/v1/changes` has the reason of each (`corrects`). `null` if no version was withdrawn.",
  ),
};

export const health = makeResource({
  path: "/healthz",
  statuses: [503],
  answer: (context) =>
    context.env.ENDING?.aborted
      ? respondWithProblem({
          status: 503,
          detail: "This server is about to end. Please ask another.",
        })
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
});

export const recallResource = makeResource({
  path: "/recall.json",
  answer: makeConstantTextHandler({
    text: JSON.stringify({ dataVersion: dataset.dataVersion, ...recall }),
    contentType: makeContentType("json"),
    etag: makeVersionedEntityTag(dataset.dataVersion, "recall", "json"),
  }),
});

export const listOperationDescriptions = () => [
  makeOperationDescription(health, {
    id: "getHealth",
    tag: "Service",
    summary: "Whether the service runs, on which evidence, and which was withdrawn",
    description: "Never cached.",
    schema: namedObject("Health", {
      status: described(v.literal("ok"), "`ok` when the service runs."),
      ...answerStamp,
      ...recallFields,
    }),
    example: "/healthz",
    isCached: false,
  }),
  makeOperationDescription(recallResource, {
    id: "getRecall",
    tag: "Service",
    summary: "Which data were withdrawn",
    description: "For a program that stores answers; the same fields as in `/healthz`.",
    schema: namedObject("Recall", { dataVersion: answerStamp.dataVersion, ...recallFields }),
    example: "/recall.json",
  }),
];
