/**
 * Schema of `recognition.json`: by what a health record is recognised, beyond the codes and names
 * of the products. It changes no number, so the version of the data does not depend on it.
 */
import * as v from "valibot";
import { text } from "./common.ts";
import { sourceIndices } from "./fact.ts";

const url = v.pipe(v.string(), v.url());
const urls = v.array(url);
const texts = v.array(text);

export const recognitionSchema = v.strictObject({
  /** Codes of multiple myeloma, in systems as FHIR names them. */
  myeloma: v.array(
    v.strictObject({
      systems: urls,
      codes: v.array(v.strictObject({ code: text, display: text })),
      sources: sourceIndices,
    }),
  ),
  /** How FHIR names the systems in which products have codes. */
  codeSystems: v.strictObject({ rxnorm: urls, ndc: urls, hcpcs: urls, sources: sourceIndices }),
  /** Codes for whatever has no code yet: they do not say which product it is. */
  notClassified: v.strictObject({ hcpcs: texts, sources: sourceIndices }),
  /** CAR-T cells in general, as the text of a service request names them. */
  carT: v.strictObject({ names: texts }),
  /** Drugs directed at BCMA that are neither CAR-T nor bispecific: they count as earlier therapy. */
  otherBcma: v.array(v.strictObject({ name: text, names: texts, sources: sourceIndices })),
  /**
   * Drugs that a myeloma patient has as preparation for CAR-T cells and for nothing else;
   * `alsoTherapy` are those of the same regimens that say nothing.
   */
  lymphodepletion: v.strictObject({ names: texts, alsoTherapy: texts, reason: text }),
  sources: v.array(v.strictObject({ citation: text, seenAt: url })),
});

export type RecognitionFile = v.InferOutput<typeof recognitionSchema>;
