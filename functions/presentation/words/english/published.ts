/** The words of the published pools beside a row, in English. */
import type { PublishedTold, PublishedWords } from "../contract/published.ts";
import { counted } from "./counted.ts";

const inLine = { "car-t": "CAR-T", bsab: "bispecifics" } as const;

const evidence = {
  trial: "trials only",
  "real-world": "real-world cohorts",
  all: "trials and real-world cohorts",
} as const;

const targets = {
  bcma: "BCMA only",
  gprc5d: "GPRC5D only",
  other: "targets other than BCMA",
  mixed: "all targets",
} as const;

const agreement = {
  reproduced: "Its question, asked here, gives the same numbers.",
  "within their interval": "Its question, asked here, gives a rate within its interval.",
  differs: "Its question, asked here, gives another rate.",
  "needs individual data": "Its question cannot be asked here.",
  "cohorts missing": "Not checked here: not all of its cohorts are known or have a figure.",
} as const;

function told({ rates, studies, year, differs }: PublishedTold): string {
  const said = rates.map(([group, rate]) => `${inLine[group]} ${rate}`).join(", ");
  const size = [studies === null ? "" : studiesOf(studies), String(year)].filter(Boolean);
  return `${said} of 100 (${[size.join(", "), ...differs].join("; ")})`;
}

function opening(opposite: boolean): string {
  return opposite ? "Published, the other way round" : "Published";
}

function studiesOf(count: number): string {
  return count === 1 ? "1 study" : `${count} studies`;
}

export const published: PublishedWords = {
  heading: "Published pools",
  note: "Meta-analyses by others, of studies they chose themselves; beside ours, never mixed with it.",
  none: "None known of this outcome, class and target that prints its interval and can be looked up.",
  line: (one, opposite) => `${opening(opposite)}: ${told(one)}`,
  sentence: (one, opposite, citation) => `${opening(opposite)}: ${told(one)}. ${citation}`,
  direction: {
    same: "They point the same way as the difference here.",
    opposite: "They point the other way than the difference here.",
    mixed: "They do not all point the same way as the difference here.",
  },
  rate: (rate, range) => `${rate} of 100 ${range}`,
  size: (k, studies) =>
    [
      k === null ? "" : counted(k, "cohort"),
      studies === null ? "" : `${k === null ? "" : "analysis of "}${studiesOf(studies)}`,
    ]
      .filter(Boolean)
      .join(", "),
  searchedTo: (date) => `searched to ${date}`,
  bothClasses: "both classes in one analysis",
  target: (of) => (of === null ? "targets not told" : targets[of]),
  priorLines: (fewest, most) => {
    if (fewest === null && most === null) return "any number of prior lines";
    if (most === null) return `≥ ${fewest} prior lines`;
    return fewest === null ? `≤ ${most} prior lines` : `${fewest}–${most} prior lines`;
  },
  evidence: (of) => (of === null ? "kind of study not told" : evidence[of]),
  question: "not filtered as here",
  agreement: (status) => agreement[status],
};
