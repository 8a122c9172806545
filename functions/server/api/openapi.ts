/** Serves `GET /v1/openapi.json`: the parameters and answers of every resource. */
import { makeOperationDescription, makeResource } from "./resource.ts";

const path = "/v1/openapi.json";

export const openapi = makeResource({ path, file: path, form: "json" });

export const listOperationDescriptions = () => [
  makeOperationDescription(openapi, {
    id: "getDescription",
    tag: "Service",
    summary: "This description",
    description: "OpenAPI 3.1, made from the schemas that the answers are tested against.",
    schema: "object",
    example: path,
    make: (_, { openApi }) => openApi(),
  }),
];
