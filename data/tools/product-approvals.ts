/** From collected approvals to ours: one entry per region we can filter by. */
import type { Approval, Product } from "../schema.ts";
import { asIs, basisOf, type Fact, factOf, joined } from "./product-fact.ts";
import type { CollectedApproval } from "./product-handover.ts";
import type { ApprovalJudgement } from "./product-judgements.ts";

type Region = Approval["region"];

/** Words outside this list name no region of ours; their approvals are kept as a statement. */
const regionsNamed: Readonly<Record<string, readonly Region[]>> = {
  "US (FDA)": ["us"],
  "EU (EC)": ["eu"],
  "EU (CHMP)": ["eu"],
  "US/EU": ["us", "eu"],
  "China (NMPA)": ["cn"],
  "Great Britain and Israel": ["gb", "il"],
  "Hong Kong": ["hk"],
  Japan: ["jp"],
  Macau: ["mo"],
  Switzerland: ["ch"],
};
const elsewhere: readonly string[] = ["worldwide", "Singapore, Saudi Arabia"];

const classOrder = ["PI", "IMiD", "anti-CD38"];

export function approvalsOf(
  collected: readonly CollectedApproval[],
  judgements: Readonly<Record<string, ApprovalJudgement>>,
): Pick<Product, "approvals" | "approvalsElsewhere"> {
  const used = new Set<string>();
  const approvals = collected.flatMap((fact) =>
    regionsOf(fact).map((region) => {
      const derived = approvalOf(region, fact);
      const key = keyOf(derived);
      const judgement = judgements[key];
      if (!judgement || used.has(key)) throw new Error(`one wording is needed for "${key}"`);
      used.add(key);
      const { detail, changes, withoutSources = [] } = judgement;
      return {
        ...derived,
        ...changes,
        detail,
        sources: derived.sources.filter((source) => !withoutSources.includes(source)),
      };
    }),
  );
  const unused = Object.keys(judgements).filter((key) => !used.has(key));
  if (unused.length > 0) throw new Error(`wordings without an approval: ${unused.join(", ")}`);
  return { approvals, approvalsElsewhere: collected.flatMap(elsewhereOf) };
}

/** Region, date and lines as collected: what tells the approvals of a product apart. */
function keyOf({ region, date, minPriorLines }: Approval): string {
  return [region, date ?? "undated", minPriorLines ?? "any"].join(" ");
}

function regionsOf({ value }: CollectedApproval): readonly Region[] {
  if (value === null || elsewhere.includes(value.region)) return [];
  const regions = regionsNamed[value.region];
  if (!regions) throw new Error(`no region of ours: "${value.region}"`);
  return regions;
}

function elsewhereOf(fact: CollectedApproval): Fact<string>[] {
  const { value } = fact;
  if (value === null || !elsewhere.includes(value.region)) return [];
  const said = factOf({ ...fact, value: `${value.region}: ${value.value ?? value.type}` }, asIs);
  return said ? [said] : [];
}

function approvalOf(region: Region, fact: CollectedApproval): Approval {
  const { value } = fact;
  if (value === null) throw new Error("an approval that says nothing");
  const { sources, confidence, note } = basisOf(fact);
  const type = value.type ?? null;
  const indication = typeof value.indication === "object" ? value.indication : null;
  return {
    region,
    date: value.date ?? null,
    dateNote: value.datePrecision ?? null,
    type,
    regimen: "monotherapy",
    population:
      typeof value.indication === "string" ? value.indication : (indication?.population ?? null),
    minPriorLines: indication?.minPriorLines ?? linesIn(type),
    requiredClasses: [...(indication?.requiredClasses ?? [])].sort(
      (a, b) => classOrder.indexOf(a) - classOrder.indexOf(b),
    ),
    condition: indication?.other ?? null,
    status: statusOf(value.status ?? "", type ?? ""),
    detail: "",
    confidence,
    note: joined([note, value.basis === undefined ? null : `basis: ${value.basis}`]),
    sources,
  };
}

function linesIn(type: string | null): number | null {
  const lines = type?.match(/>=(\d) prior/)?.[1];
  return lines === undefined ? null : Number(lines);
}

function statusOf(status: string, type: string): Approval["status"] {
  if (/^(?:superseded|converted)/.test(status)) return "superseded";
  if (/^not approved/.test(type)) return "not-approved";
  return /^positive opinion|^BLA accepted|^under review/.test(type) ? "pending" : "approved";
}
