/** The sentences of a brief in English. */
import { certainty } from "./certainty.ts";
import { cohorts } from "./cohorts.ts";
import { collected } from "./collected.ts";
import { contrast } from "./contrast.ts";
import { leftOut } from "./left-out.ts";
import { missing } from "./missing.ts";
import { className, joined } from "./parts.ts";
import { plain } from "./plain.ts";
import { pool } from "./pool.ts";
import { question } from "./question.ts";
import { references } from "./references.ts";
import { summary } from "./summary.ts";

export const brief = {
  title: "CAR-T cells and bispecific antibodies in relapsed multiple myeloma",
  className,
  joined,
  /** The patients that a rate counts. The detail of an outcome may say that only some are counted. */
  patients: (detail: string | null) =>
    /^of (patients who .*)$/.exec(detail ?? "")?.[1] ?? "patients",
  what: (patients: string, phrase: string) => `${patients} ${phrase}`,
  result: {
    heading: "Result",
    nothing: "Nothing can be pooled for this question: there is no number to tell.",
  },
  limits: { heading: "Limits", lead: "For every number" },
  status: {
    heading: "Status",
    audience: "For health-care professionals; evidence, not advice.",
    versions: (dataDate: string, dataVersion: string, answerVersion: string) =>
      `Data of ${dataDate}, data version ${dataVersion}, answer version ${answerVersion}.`,
  },
  links: {
    own: "This brief",
    data: "The answer as data",
    specialist: "The same with every number",
    generalist: "The same in natural frequencies",
  },
  question,
  summary,
  pool,
  collected,
  missing,
  contrast,
  certainty,
  cohorts,
  leftOut,
  references,
  plain,
};
