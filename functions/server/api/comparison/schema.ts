/** What `/v1/comparison` answers. */
import { comparisonSchemaOf } from "#core/comparison/answer-schema.ts";
import { questionSchema } from "../schemas/question.ts";

export const comparisonSchema = comparisonSchemaOf(questionSchema);
