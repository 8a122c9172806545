/** One line for every field of an answer: under the field's name, or `Schema.field` where it means something else there. */
import { parameterNames, propertyName } from "#core/question/parameter-names.ts";
import { answerFields } from "./fields/answer.ts";
import { collectionFields } from "./fields/collections.ts";
import { evidenceFields } from "./fields/evidence.ts";
import { productFields } from "./fields/products.ts";
import { parameterDescriptions } from "./parameter-descriptions.ts";

/** A question repeated in an answer means what its parameters mean. */
const queryFields = Object.fromEntries(
  parameterNames.map((name) => [`Query.${propertyName(name)}`, parameterDescriptions[name]]),
);

export const fieldDescriptions: Readonly<Record<string, string>> = {
  ...answerFields,
  ...evidenceFields,
  ...productFields,
  ...collectionFields,
  ...queryFields,
};
