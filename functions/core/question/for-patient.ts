/**
 * Which question is asked for a patient: one of a closed table, by the number of prior lines and by the
 * kinds of earlier therapy. It is the text of a question, so that nothing else of a patient can get into
 * it; the other filters of the question asked before stay.
 */
import { partsOfDimension } from "./dimensions.ts";
import { joinedPairs } from "./pairs.ts";
import { type ParameterName, parameterNames } from "./parameter-names.ts";
import { type EarlierKinds, hadEarlier, type Patient } from "./patient.ts";

export const holdingNames = ["after-therapy", "one-line", "two-lines"] as const;
export type HoldingName = (typeof holdingNames)[number];

export const holdingReasons = [
  /** Nothing was said that chooses a question. */
  "as-asked",
  "no-lines",
  "one-line",
  "two-lines",
  "three-or-more",
  /** Asked as three or more. */
  "lines-unknown",
] as const;
export type HoldingReason = (typeof holdingReasons)[number];

export interface ForPatient {
  /** The text of the question; `null` if none holds the patient: then there are no numbers. */
  readonly held: string | null;
  readonly because: HoldingReason;
  /** The lines that the question asks for; any number of them is read as three or more. */
  readonly lines: Lines;
  readonly offers: readonly { readonly name: HoldingName; readonly query: string }[];
}

type OfQuestion = Pick<Patient, "priorLines" | "priorBcma">;
type Said = ReadonlyMap<ParameterName, string>;

/** Prior lines as a question asks for them. */
export type Lines = "1" | "2" | "3+";

/** @param question as text */
export function questionForPatient(
  question: string,
  { priorLines, priorBcma }: OfQuestion,
): ForPatient {
  const asked = saidIn(question);
  if (priorLines === null && priorBcma === null) {
    return { held: question, because: "as-asked", lines: linesOf(null, asked), offers: [] };
  }
  const offer = (name: HoldingName, lines: Lines, kinds: EarlierKinds | null) => ({
    name,
    query: asking(lines, kinds, asked),
  });
  const lines = linesOf(priorLines, asked);
  if (priorLines === 0) {
    return { held: null, because: "no-lines", lines, offers: [offer("one-line", "1", [])] };
  }
  const isEarly = lines === "1" || lines === "2";
  return {
    held: asking(lines, priorBcma, asked),
    because: priorLines === null && lines === "3+" ? "lines-unknown" : reasons[lines],
    lines,
    // So early nearly no trial recruited for such therapy.
    offers:
      isEarly && isAfter(priorBcma, asked)
        ? [
            offer("after-therapy", "3+", priorBcma),
            offer(lines === "1" ? "one-line" : "two-lines", lines, []),
          ]
        : [],
  };
}

const reasons = { "1": "one-line", "2": "two-lines", "3+": "three-or-more" } as const;

/** Of a patient whose lines are not known those that the question names; else three or more. */
function linesOf(priorLines: number | null, asked: Said): Lines {
  if (priorLines === null) {
    const said = asked.get("lines");
    return said === "1" || said === "2" ? said : "3+";
  }
  if (priorLines >= 3) return "3+";
  return priorLines === 2 ? "2" : "1";
}

/** Whoever asks the question after such therapy and does not deny it has said that it was given. */
function isAfter(priorBcma: EarlierKinds | null, asked: Said): boolean {
  return hadEarlier({ priorBcma }) ?? isOfAfter(asked.get("prior-bcma"));
}

function isOfAfter(priorBcma = "any"): boolean {
  return priorBcma !== "any" && priorBcma !== "not-selected";
}

function saidIn(question: string): Said {
  const given = new URLSearchParams(question);
  return new Map(
    parameterNames.flatMap((name) => {
      const value = given.get(name);
      return value === null ? [] : [[name, value] as const];
    }),
  );
}

/** Filters that only mean the medians of trials, or may contradict what was said. */
const ofPatients: readonly ParameterName[] = ["set", "lines", "prior-lines", "age"];

/** @param kinds `null`: what the question says of earlier therapy stays */
function asking(lines: Lines, kinds: EarlierKinds | null, asked: Said): string {
  const left = new Set(ofPatients);
  // Groups by what the patient has are one group.
  const { name: compared } = partsOfDimension(asked.get("compare") ?? "");
  if ([...ofPatients, "prior-bcma"].some((name) => name === compared)) left.add("compare");
  // An interval belongs to the model, which may be that of the published set.
  if (asked.has("set") && !asked.has("model")) left.add("interval");
  if (kinds !== null) {
    left.add("prior-bcma");
    // What the question after such therapy brought along goes with it.
    if (kinds.length > 0 || isOfAfter(asked.get("prior-bcma"))) left.add("target");
  }
  const said = new Map<ParameterName, string>([
    ...[...asked].filter(([name]) => !left.has(name)),
    // Three or more is what every question asks that names none.
    ...(lines === "3+" ? [] : ([["lines", lines]] as const)),
    ...earlier(kinds),
  ]);
  return joinedPairs(
    parameterNames.flatMap((name) => {
      const value = said.get(name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** A kind brings any target by itself. */
function earlier(kinds: EarlierKinds | null): readonly (readonly [ParameterName, string])[] {
  if (kinds === null || kinds.length === 0) return [];
  if (kinds !== "some") return [["prior-bcma", kinds.join(",")]];
  return [
    ["prior-bcma", "selected"],
    ["target", "any"],
  ];
}
