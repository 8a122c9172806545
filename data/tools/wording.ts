/**
 * Collected remarks use the collectors' shorthand: keys of their files, names for the
 * two meta-analyses they started from, remarks on their searching. Readers get our words.
 */
import type { Outcome } from "../schema.ts";

/** In order; later patterns see the result of earlier ones. */
const shorthand: readonly (readonly [RegExp, string])[] = [
  // How the collecting went says nothing about the evidence.
  [/ \| 2026-11-20 second update: table pages, [^|]*?no further outcome readable\./g, ""],
  [/ Table pages, SmPC section sites, [^|]*?gave no safety figure\./g, ""],
  [/ \| Only under a suffixed key [^|]*?(?=\||$)/g, " "],
  [/ \| 2026-11-20 update: ASH\/IMS abstract wording[^|]*/g, ""],
  [/ \| 2026-11-20 update: a search for ASCO\/EHA 2026 arm-level results found/g, " Later:"],
  [/ \| 2026-11-20 update: a search with the Lancet title gave no further outcome;/g, " Later:"],
  [/ \| 2026-11-20 (?:second )?update: /g, " Later: "],
  [/ \(\w+ id \d+\)/g, ""],
  [/ by about ten queries(?: \(pages, docs, code\))?/g, ""],
  [/ in any search result \(six phrasings\)/g, " in any source"],
  [/ was in the query and was not confirmed by a page that was read\./g, " was not confirmed."],
  [/Added in b\/: counts/g, "Counts"],
  [
    / were searched for in English, Japanese and Chinese without a readable source/g,
    " were not found",
  ],
  [/ \(a search for results on the registry and on mirrors gave only the header\)/g, ""],
  [/AI-style digest/g, "digest"],
  [/; not derived by the protocol/g, "; no count derived"],
  [
    / Later: table pages, [^|;]*? searched; only scr@RP2D found/g,
    " Later: only the sCR of the RP2D subset was found",
  ],
  [/: no stored page found/g, ": not found"],
  [/ but only their headers were stored/g, ", but only their headers could be read"],
  [/ is stored \(/g, " could be read ("],
  [/the stored (news )?page/g, "the $1page seen"],
  [/page seens/g, "pages seen"],
  [/the private notes/g, "private study notes"],
  [/^EMPTY OUTCOMES: no/, "No"],
  [/, so not put in survival\.pfs/g, ", so not given as PFS"],
  [/enrolment\.from is/g, "The start of enrolment is"],
  [/ \(kind 'press'\)/g, ""],
  [/ The about-28-mo medians are now also in the survival block under [^.]*\./g, ""],
  [/Six search phrasings for the ASCO 2020 report returned nothing\. /g, ""],
  [
    /First author and year are from the query \(Mailankody, ASH 2018\), not printed/g,
    "First author and year (Mailankody, 2018) are not printed",
  ],
  [
    / The stored copies of the paper and of the results page were cut at about 2,000 characters\./g,
    "",
  ],
  [/Abstract text stored only up to/g, "The abstract could be read only up to"],
  [/Region from the sponsor in the query \(MSKCC\)/g, "Region from the sponsor (MSKCC)"],
  // Keys and suffixes of the collected files.
  [/ under suffixed keys/g, " as named cuts"],
  [/ under a suffixed key only/g, " as a named cut only"],
  [/, so suffixed and without counts/g, ", so without counts"],
  [/ out under '@conflict' keys/g, ' out as the cut "conflict"'],
  [/, keyed '@cut2019-n10'/g, ", as the cut cut2019-n10"],
  [/all outcomes carry '@ash2019'/g, "all outcomes are of the cut ash2019"],
  [/has the plain key/g, "is the primary cut"],
  [/not under the plain key/g, "not in the primary cut"],
  [/(?<=\w)Pct\b/g, "Percent"],
  // The two meta-analyses.
  [/[Ss]eed 001/g, "Roex 2020"],
  [/[Ss]eed 000/g, "Vandenboom 2025"],
  [/\(seed: /g, "(Roex 2020: "],
  [/the 2020 seed cut/g, "the Roex 2020 cut"],
  [/\(seed\)/g, "(Vandenboom 2025)"],
  [/\(seed, row/g, "(Vandenboom 2025, row"],
  [/\bthe seed meta-analysis\b/g, "Roex 2020"],
  [/\bthe seed(?: table)?\b/g, "Vandenboom 2025"],
  [/not printed in the seed row/g, "not printed in the row of Roex 2020"],
  [/\b[Ss]eed (?=row|Table)/g, "Vandenboom 2025 "],
];

/** Keys that are words of their own in the collected files; `orr` and the like stay as they are. */
const camelCase = /^[a-z]+[A-Z]/;

export function plainWords(outcomes: readonly Outcome[]): (text: string) => string {
  const keys = outcomes
    .filter(({ evidenceKey }) => camelCase.test(evidenceKey))
    .sort((a, b) => b.evidenceKey.length - a.evidenceKey.length)
    .map(({ evidenceKey, id }) => [new RegExp(`\\b${evidenceKey}\\b`, "g"), id] as const);
  return (text) =>
    [...shorthand, ...keys]
      .reduce((result, [pattern, plain]) => result.replace(pattern, plain), text)
      .replace(/\s+/g, " ")
      .trim();
}
