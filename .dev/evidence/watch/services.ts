/** Requests to ClinicalTrials.gov (API v2) and PubMed (E-utilities), and their answers as this project needs them. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";

export type Service = "ClinicalTrials.gov" | "PubMed";

interface Request {
  readonly service: Service;
  /** `name` is that of the recorded answer: `ctgov-held`, or `ctgov-held-2` for the second page. */
  readonly name: string;
  /** `path` is relative to the address of the service. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** @throws Unanswered if the service gave no JSON */
export type Ask = (request: Request) => Promise<unknown>;

/** The message names the service and what was wrong; it is for the person at the terminal. */
export class Unanswered extends Error {}

export interface Trial {
  /** `id` is a registry number such as `NCT03361748`. */
  readonly id: string;
  readonly title: string;
  /** `changed` is the day of the last change of the record; `null` where the registry gives none. */
  readonly changed: string | null;
  /** `resultsPosted` is the day on which results were posted; `null` without results. */
  readonly resultsPosted: string | null;
  readonly enrolment: number | null;
}

export interface Paper {
  readonly pmid: string;
  /** `title` also names the journal and the date. */
  readonly title: string;
  readonly doi: string | null;
}

/** A query that finds more than this is too wide: nobody screens so many in one sitting. */
const mostPapers = 1000;
const papersOfPage = 200;

const dateStruct = v.optional(v.object({ date: v.string() }));
const trialsSchema = v.object({
  studies: v.array(
    v.object({
      protocolSection: v.object({
        identificationModule: v.object({ nctId: v.string(), briefTitle: v.string() }),
        statusModule: v.object({
          lastUpdatePostDateStruct: dateStruct,
          resultsFirstPostDateStruct: dateStruct,
        }),
        designModule: v.optional(
          v.object({
            enrollmentInfo: v.optional(v.object({ count: v.optional(v.number()) })),
          }),
        ),
      }),
      hasResults: v.boolean(),
    }),
  ),
  nextPageToken: v.optional(v.string()),
});

const trialFields = [
  ...["NCTId", "BriefTitle", "OverallStatus", "LastUpdatePostDate"],
  ...["ResultsFirstPostDate", "EnrollmentCount", "HasResults"],
].join(",");

/**
 * @param name of the recorded answer
 * @param parameters `filter.ids`, or `query.cond` and the like
 */
export async function trialsOf(
  ask: Ask,
  name: string,
  parameters: Readonly<Record<string, string>>,
): Promise<Trial[]> {
  const trials: Trial[] = [];
  let token: string | undefined;
  for (let page = 1; page === 1 || token !== undefined; page += 1) {
    const answer = parseAnswer(
      trialsSchema,
      await ask({
        service: "ClinicalTrials.gov",
        name: page === 1 ? name : `${name}-${page}`,
        path: "/api/v2/studies",
        parameters: {
          ...parameters,
          fields: trialFields,
          pageSize: "1000",
          ...(token && { pageToken: token }),
        },
      }),
      "ClinicalTrials.gov",
    );
    trials.push(
      ...answer.studies.map(({ protocolSection: { designModule, ...section }, hasResults }) => ({
        id: section.identificationModule.nctId,
        title: section.identificationModule.briefTitle,
        changed: section.statusModule.lastUpdatePostDateStruct?.date ?? null,
        resultsPosted: hasResults
          ? (section.statusModule.resultsFirstPostDateStruct?.date ?? null)
          : null,
        enrolment: designModule?.enrollmentInfo?.count ?? null,
      })),
    );
    token = answer.nextPageToken;
  }
  return trials;
}

const searchSchema = v.object({
  esearchresult: v.object({
    count: v.pipe(v.string(), v.digits(), v.transform(Number)),
    idlist: v.array(v.pipe(v.string(), v.digits())),
  }),
});

const summariesSchema = v.object({
  result: v.objectWithRest(
    { uids: v.array(v.string()) },
    v.looseObject({
      title: v.string(),
      source: v.optional(v.string(), ""),
      pubdate: v.optional(v.string(), ""),
      articleids: v.optional(v.array(v.object({ idtype: v.string(), value: v.string() })), []),
    }),
  ),
});

/**
 * Returns the papers that a term of PubMed finds, with their titles.
 *
 * @param name of the recorded answers: `<name>-search`, `<name>-summary`
 * @param from the first day on which they may have come into PubMed, `2026-11-20`; `null` for any
 * @param to the last day
 */
export async function papersOf(
  ask: Ask,
  name: string,
  term: string,
  from: string | null,
  to: string,
): Promise<Paper[]> {
  const papers: Paper[] = [];
  const slashed = (day: string) => day.replaceAll("-", "/");
  for (let page = 1, most = 1; papers.length < most; page += 1) {
    const suffix = page === 1 ? "" : `-${page}`;
    const { count, idlist } = parseAnswer(
      searchSchema,
      await ask({
        service: "PubMed",
        name: `${name}-search${suffix}`,
        path: "/entrez/eutils/esearch.fcgi",
        parameters: {
          db: "pubmed",
          term,
          ...(from && { datetype: "edat", mindate: slashed(from), maxdate: slashed(to) }),
          retstart: `${papers.length}`,
          retmax: `${papersOfPage}`,
          retmode: "json",
        },
      }),
      "PubMed",
    ).esearchresult;
    if (count > mostPapers) {
      throw new Unanswered(
        `PubMed knows ${count} papers for "${name}": ask for those since a later day (--since).`,
      );
    }
    most = count;
    if (idlist.length === 0) break;
    const { result } = parseAnswer(
      summariesSchema,
      await ask({
        service: "PubMed",
        name: `${name}-summary${suffix}`,
        path: "/entrez/eutils/esummary.fcgi",
        parameters: { db: "pubmed", id: idlist.join(","), retmode: "json" },
      }),
      "PubMed",
    );
    papers.push(
      ...idlist.map((pmid) => {
        const summary = result[pmid];
        if (!summary || Array.isArray(summary)) {
          throw new Unanswered(`PubMed answered without the summary of ${pmid}.`);
        }
        const { title, source, pubdate, articleids } = summary;
        return {
          pmid,
          title: [title, source, pubdate].filter(Boolean).join(" · "),
          doi: articleids.find(({ idtype }) => idtype === "doi")?.value ?? null,
        };
      }),
    );
  }
  return papers;
}

function parseAnswer<S extends v.GenericSchema>(
  schema: S,
  answer: unknown,
  service: Service,
): v.InferOutput<S> {
  const result = v.safeParse(schema, answer);
  if (result.success) return result.output;
  const [{ message }] = result.issues;
  const place = v.getDotPath(result.issues[0]);
  throw new Unanswered(
    `${service} answered in another form than expected${place ? ` (${place})` : ""}: ${message}`,
  );
}

/** Returns a function that answers requests from a folder with one JSON file for each recorded answer. */
export function recordedIn(folder: string): Ask {
  return async ({ service, name }) => {
    const file = join(folder, `${name}.json`);
    if (!existsSync(file)) throw new Unanswered(`${service}: ${file} is not there.`);
    try {
      return JSON.parse(readFileSync(file, "utf8"));
    } catch {
      throw new Unanswered(`${service}: ${file} is no JSON.`);
    }
  };
}

export interface Network {
  /** `addresses` have no slash at the end. */
  readonly addresses: Readonly<Record<Service, string>>;
  /** PubMed may write to `email` if it gets too many requests. */
  readonly email: string;
  /** `pause` is the time between two requests to a service, in milliseconds; PubMed allows three in a second. */
  readonly pause: number;
  /** `wait` is the time before a refused request is sent again, in milliseconds, if the service does not name one. */
  readonly wait: number;
}

export const network: Omit<Network, "email"> = {
  addresses: {
    "ClinicalTrials.gov": "https://clinicaltrials.gov",
    PubMed: "https://eutils.ncbi.nlm.nih.gov",
  },
  pause: 400,
  wait: 2000,
};

const mostTries = 4;
const longestWait = 60_000;

/**
 * Returns a function that asks the services, one request after the other. Each request says who asks, as NCBI
 * wants it (https://www.ncbi.nlm.nih.gov/books/NBK25497/, "Usage Guidelines and Requirements").
 */
export function overNetwork({ addresses, email, pause, wait }: Network): Ask {
  const tool = "myeloma-compare";
  let free = 0;
  return async function ask({ service, path, parameters }) {
    const isPubMed = service === "PubMed";
    const body = new URLSearchParams({ ...parameters, ...(isPubMed && { tool, email }) });
    // PubMed gets its parameters in the body, because a list of papers may be too long for an address.
    const [url, form] = isPubMed ? [path, { method: "POST", body }] : [`${path}?${body}`, {}];
    for (let tries = 1; ; tries += 1) {
      await until(free);
      free = performance.now() + pause;
      const response = await fetch(`${addresses[service]}${url}`, {
        ...form,
        headers: { accept: "application/json", "user-agent": `${tool} (${email})` },
        signal: AbortSignal.timeout(30_000),
      }).catch((error: unknown) => {
        throw new Unanswered(`${service} cannot be reached (${reasonOf(error)}).`);
      });
      if (response.ok) {
        return response.json().catch(() => {
          throw new Unanswered(`${service} answered with something that is no JSON.`);
        });
      }
      const mayRepeat = response.status === 429 || response.status === 503;
      if (!mayRepeat || tries === mostTries) {
        throw new Unanswered(`${service} answered with status ${response.status}.`);
      }
      const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
      const requestedWait = Number.isFinite(seconds) ? seconds * 1000 : wait * tries;
      free = performance.now() + Math.max(pause, Math.min(requestedWait, longestWait));
    }
  };
}

function until(time: number): Promise<void> {
  const delay = time - performance.now();
  return delay <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, delay));
}

/** `fetch` hides the reason in the cause. */
function reasonOf(error: unknown): string {
  const { cause } = error instanceof Error ? error : { cause: undefined };
  const reason = cause instanceof Error ? cause : error;
  if (!(reason instanceof Error)) return String(reason);
  return reason.message || ("code" in reason ? String(reason.code) : reason.name);
}
