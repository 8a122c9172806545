/**
 * What the collected product facts do not say themselves: our short names, the wording of each
 * approval, and what a reader of the words must decide. Keyed by the collected id, and approvals
 * by region, date and lines as collected.
 */
import type { Approval, Product } from "../schema.ts";

export interface ApprovalJudgement {
  /** What readers see. */
  detail: string;
  changes?: Partial<
    Pick<Approval, "status" | "minPriorLines" | "requiredClasses" | "condition" | "regimen">
  >;
  /** Indices of sources that are no evidence of this. */
  withoutSources?: readonly number[];
  /** Why something is changed or left out. */
  reason?: string;
}

export interface ProductJudgement {
  slug: Product["slug"];
  sponsor: NonNullable<Product["sponsor"]>;
  approvals: Readonly<Record<string, ApprovalJudgement>>;
}

const threeClasses = ["PI", "IMiD", "anti-CD38"];

export const productJudgements: Readonly<Record<string, ProductJudgement>> = {
  "idecabtagene-vicleucel": {
    slug: "ide-cel",
    sponsor: "Bristol Myers Squibb",
    approvals: {
      "us 2021-03-26 4": {
        detail:
          "First approval, for adults after four or more lines; replaced by the 2024 indication.",
      },
      "us 2024-04-04 2": {
        detail: "Adults after two or more lines, exposed to all three classes.",
      },
      "eu 2021-08-19 3": {
        detail:
          "Conditional authorisation for adults after three or more lines with progression on the last; replaced in 2024. The date is that of the company announcement.",
      },
      "eu 2024-03 2": {
        detail:
          "Adults after two or more lines with progression on the last. Reported by 21 March 2024; exact day not seen.",
      },
      "jp 2023-12-06 2": { detail: "Extension to patients after two or more lines." },
      "ch undated 2": {
        detail: "After two or more lines, as listed in April 2024; date not seen.",
      },
      "gb undated 3": {
        detail: "After three or more lines, as listed in April 2024; date not seen.",
      },
      "il undated 3": {
        detail: "After three or more lines, as listed in April 2024; date not seen.",
      },
    },
  },
  "ciltacabtagene-autoleucel": {
    slug: "cilta-cel",
    sponsor: "Johnson & Johnson (Janssen)",
    approvals: {
      "us 2022-02-28 4": {
        detail:
          "First approval, for adults after four or more lines; replaced by the 2024 indication.",
      },
      "us 2024-04-05 1": {
        detail:
          "Adults after one or more lines, refractory to lenalidomide. The day is printed by a billing site only.",
      },
      "eu 2022 any": {
        detail:
          "Conditional authorisation for heavily pre-treated patients; exact date and line requirement not seen. Replaced in 2024.",
        changes: { status: "superseded" },
        reason: "The variation of April 2024 replaced its indication, as with the US approval",
      },
      "eu 2024-04-22 1": {
        detail:
          "Adults after one or more lines with progression on the last, refractory to lenalidomide. The date is that of the company announcement.",
      },
      "cn undated 3": {
        detail:
          "After three or more lines, on the CARTIFAN-1 trial; date not seen (application accepted on 2 January 2023).",
      },
    },
  },
  teclistamab: {
    slug: "teclistamab",
    sponsor: "Johnson & Johnson (Janssen)",
    approvals: {
      "us 2022-10-25 4": {
        detail:
          "Accelerated approval of monotherapy after four or more lines; converted to regular approval in March 2026. Date from the product listing.",
        withoutSources: [6],
        reason: "An encyclopedia that a language model writes is no second source of a date",
      },
      "us 2026-03 1": {
        detail: "With subcutaneous daratumumab after one or more lines; announced by 6 March 2026.",
        changes: { regimen: "combination" },
        reason: "The type names daratumumab",
      },
      "us 2026-03 any": {
        detail:
          "Monotherapy after four or more lines: the accelerated approval became a regular one with the indication unchanged.",
        changes: { minPriorLines: 4, requiredClasses: threeClasses },
        reason: "The indication was kept, so its lines and classes are those of 2022",
      },
      "eu 2022-08-24 3": {
        detail:
          "Conditional authorisation of monotherapy after three or more lines with progression on the last.",
      },
      "eu 2026-06-25 1": {
        detail:
          "Positive opinion for the combination with daratumumab after one or more lines; the Commission's decision was not found.",
        changes: { regimen: "combination" },
        reason: "The type names daratumumab",
      },
      "hk undated 3": { detail: "Monotherapy after three or more lines; date not seen." },
    },
  },
  elranatamab: {
    slug: "elranatamab",
    sponsor: "Pfizer",
    approvals: {
      "us 2023-08-14 4": {
        detail:
          "Accelerated approval after four or more lines; no conversion to regular approval found.",
      },
      "eu 2023-12-07 3": {
        detail: "Conditional authorisation after three or more lines with progression on the last.",
      },
      "ch undated any": {
        detail:
          "Temporary authorisation for disease refractory to at least one drug of each class with progression on the last therapy; date not seen.",
        changes: { requiredClasses: threeClasses },
        reason: "The indication names the three classes in words",
      },
    },
  },
  linvoseltamab: {
    slug: "linvoseltamab",
    sponsor: "Regeneron",
    approvals: {
      "us 2025-07-02 4": { detail: "Accelerated approval after four or more lines." },
      "eu 2025 3": {
        detail:
          "Conditional authorisation after three or more lines with progression on the last; after the opinion of 28 February 2025 and before July 2025, exact day not seen.",
      },
    },
  },
  talquetamab: {
    slug: "talquetamab",
    sponsor: "Johnson & Johnson (Janssen)",
    approvals: {
      "us 2023-08 4": {
        detail: "Accelerated approval after four or more lines; announced on 10 August 2023.",
      },
      "eu 2023-08-22 3": {
        detail:
          "Conditional authorisation after three or more lines with progression on the last; date of the company announcement.",
      },
    },
  },
  "zevorcabtagene-autoleucel": {
    slug: "zevor-cel",
    sponsor: "CARsgen Therapeutics",
    approvals: {
      "cn 2024-02-23 3": {
        detail:
          "Adults with progression after three or more lines; the company was informed on 1 March 2024.",
      },
      "us undated any": {
        detail:
          "Not approved. Regenerative-medicine and orphan designations; trials were put on hold in late 2023 pending a site inspection.",
      },
      "eu undated any": { detail: "Not approved. Priority-medicines and orphan designations." },
    },
  },
  "equecabtagene-autoleucel": {
    slug: "eque-cel",
    sponsor: "IASO Biotherapeutics",
    approvals: {
      "cn 2023-06-30 3": { detail: "Adults after three or more lines." },
      "mo 2025-03 3": { detail: "After three or more lines; announced on 28 March 2025." },
      "hk 2025-11-27 3": {
        detail:
          "After three or more lines, by the procedure for products registered elsewhere; date of the announcement.",
      },
    },
  },
  "anitocabtagene-autoleucel": {
    slug: "anito-cel",
    sponsor: "Arcellx with Kite/Gilead",
    approvals: {
      "us undated any": {
        detail:
          "Application accepted in February 2026, decision expected by 23 December 2026; no approval found on 20 November 2026.",
        withoutSources: [6],
        reason: "A prediction market says what is betted, not what was decided",
      },
    },
  },
};
