/** `npm run evidence -- watch`, with recorded answers and against a server that answers like the two services. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { check } from "#data/build/validate.ts";
import type { Evidence } from "#data/evidence.ts";
import { dueWarnings } from "#data/rules/due.ts";
import { screeningSchema } from "#data/schema.ts";
import { watch } from "../../../../.dev/evidence/watch/routes.ts";
import {
  type Ask,
  overNetwork,
  recordedIn,
  type Service,
  Unanswered,
} from "../../../../.dev/evidence/watch/services.ts";
import { root } from "../../../../.dev/files.ts";
import { runNode } from "../../../../.dev/run.ts";
import { inFullRun, isWhole } from "../../../support/sample.ts";
import { dataFiles } from "../../data/files.ts";
import { lively, quiet, searchAnswer, summaryAnswer, trialsAnswer } from "./recorded-answers.ts";

const { evidence } = check(dataFiles());
const days = { since: "2026-11-20", today: "2026-11-28" };

const answering =
  (answers: Readonly<Record<string, unknown>>): Ask =>
  async ({ name }) => {
    if (!Object.hasOwn(answers, name)) throw new Error(`nothing recorded for ${name}`);
    return answers[name];
  };

describe("what is worth a look", () => {
  it("is nothing where the services have nothing new; the queries are kept, to be asked again", async () => {
    const { run, records } = await watch(evidence, answering(quiet), days);
    expect(records).toEqual([]);
    expect(run).toMatchObject({ on: days.today, since: days.since });
    expect(
      run.queries.map(({ route, metCount, loggedCount }) => [route, metCount, loggedCount]),
    ).toEqual([
      ["notice", 0, 0],
      ["notice", 0, 0],
      ["notice", 0, 0],
      ["results", 1, 0],
      ["record", 1, 0],
      ["paper-of-trial", 0, 0],
      ["paper-of-drug", 0, 0],
      ["new-trial", 0, 0],
    ]);
    const [retractions, , , heldTrials, , trials, drugs] = run.queries.map(({ query }) => query);
    expect(retractions).toMatch(/34175021\[uid\].*hasretractionin/);
    expect(heldTrials).toMatch(/^filter\.ids=.*NCT03361748/);
    expect(trials).toContain("NCT03361748[si]");
    expect(drugs).toMatch(/"teclistamab"\[tiab\].*AND myeloma\[tiab\]$/);
  });

  it("comes by six routes; what is held, small or met before on the way is left out", async () => {
    const { records } = await watch(evidence, answering(lively), days);
    expect(records.map(({ route, id, why }) => `${route} ${id}: ${why}`)).toEqual([
      "notice PMID 34175021: retraction",
      "notice PMID 39412823: erratum",
      "results NCT04557098: results posted on 2024-01-01, its record is no source here",
      "record NCT03145181: record changed on 2026-11-22",
      "paper-of-trial PMID 90000001: names the registry number of a trial that is held",
      "paper-of-drug PMID 90000003: names a drug that is held, and myeloma",
      "new-trial NCT90000001: not held: 50 patients",
      "new-trial NCT90000003: not held: with results",
    ]);
    const [retracted, , results, changed] = records;
    expect(retracted?.cohorts).toContain("cartitude-1");
    expect(results?.cohorts).toContain("majestec-1");
    expect(changed?.cohorts).toContain("majestec-1");
    for (const record of records) {
      expect(record).toMatchObject({
        foundOn: days.today,
        decision: "undecided",
        reason: null,
        by: null,
      });
    }
  });

  it("is shown once: a second run enters nothing, a record that changed again is another", async () => {
    const { run, records } = await watch(evidence, answering(lively), days);
    const later: Evidence = { ...evidence, screening: { runs: [run], records: [...records] } };
    const second = await watch(later, answering(lively), days);
    expect(second.records).toEqual([]);
    expect(second.run.queries.every(({ loggedCount }) => loggedCount === 0)).toBe(true);
    const changedAgain = {
      ...lively,
      "ctgov-held": trialsAnswer([
        { id: "NCT03145181", title: "Made: changed", changed: "2026-11-27" },
      ]),
    };
    const third = await watch(later, answering(changedAgain), days);
    expect(third.records.map(({ id, why }) => `${id}: ${why}`)).toEqual([
      "NCT03145181: record changed on 2026-11-27",
    ]);
  });

  it("is read page by page", async () => {
    const papers = Array.from({ length: 201 }, (_, index) => `${91_000_000 + index}`);
    const titles = (pmids: readonly string[]) =>
      summaryAnswer(Object.fromEntries(pmids.map((pmid) => [pmid, { title: "Made" }])));
    const { records } = await watch(
      evidence,
      answering({
        ...quiet,
        "subject-search": searchAnswer(papers.slice(0, 200), 201),
        "subject-summary": titles(papers.slice(0, 200)),
        "subject-search-2": searchAnswer(papers.slice(200), 201),
        "subject-summary-2": titles(papers.slice(200)),
        "ctgov-new": trialsAnswer([], "next"),
        "ctgov-new-2": trialsAnswer([
          { id: "NCT90000009", title: "Made", changed: "2026-11-21", enrolment: 60 },
        ]),
      }),
      days,
    );
    expect(records).toHaveLength(202);
    expect(records.at(-1)?.id).toBe("NCT90000009");
  });

  it.each<[what: string, name: string, answer: unknown, message: RegExp]>([
    [
      "an error of PubMed",
      "subject-search",
      { esearchresult: { ERROR: "no" } },
      /PubMed.*esearchresult\.count/,
    ],
    ["a page of the registry", "ctgov-held", "<html>", /ClinicalTrials\.gov.*another form/],
    [
      "a trial without a number",
      "ctgov-new",
      { studies: [{ hasResults: false }] },
      /studies\.0\.protocolSection/,
    ],
    [
      "a list without its titles",
      "trial-summary",
      { result: { uids: [] } },
      /without the summary of 90000001/,
    ],
    ["too much to screen", "subject-search", searchAnswer(["1"], 5000), /5000 papers.*--since/],
  ])("%s is refused with the name of the service", async (_, name, answer, message) => {
    const watchRun = watch(evidence, answering({ ...lively, [name]: answer }), days);
    await expect(watchRun).rejects.toThrow(Unanswered);
    await expect(watchRun).rejects.toThrow(message);
  });
});

describe("over the network", () => {
  /** Requests of the services, and the statuses with which the next ones are refused. */
  const requests: string[] = [];
  const refusals: { status: number; retryAfter?: string; body?: string }[] = [];
  const server = createServer(answer);
  const addresses = {} as Record<Service, string>;
  const names: Readonly<Record<string, RegExp>> = {
    "ctgov-held": /filter\.ids/,
    "ctgov-new": /query\.cond/,
    "retraction-search": /esearch.*hasretractionin/,
    "erratum-search": /esearch.*haserratumin/,
    "expression-of-concern-search": /esearch.*hasexpressionofconcernin/,
    "trial-search": /esearch.*%5Bsi%5D/,
    "subject-search": /esearch.*%5Btiab%5D/,
    "retraction-summary": /esummary.*id=34175021&/,
    "erratum-summary": /esummary.*id=39412823&/,
    "trial-summary": /esummary.*id=90000001%2C90000002&/,
    "subject-summary": /esummary.*id=90000001%2C90000003/,
  };

  async function answer(request: IncomingMessage, response: ServerResponse) {
    let body = "";
    for await (const chunk of request) body += chunk;
    const line = `${request.method} ${request.url}${body && ` ${body}`}`;
    requests.push(line);
    const refusal = refusals.shift();
    if (refusal) {
      response.writeHead(
        refusal.status,
        refusal.retryAfter ? { "retry-after": refusal.retryAfter } : {},
      );
      response.end(refusal.body ?? "");
      return;
    }
    const [name] = Object.entries(names).find(([, pattern]) => pattern.test(line)) ?? [];
    response.writeHead(name ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(name ? lively[name] : null));
  }

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    Object.assign(addresses, { "ClinicalTrials.gov": url, PubMed: url });
  });
  afterAll(() => server.close());

  const email = "someone@example.org";
  const ask = (pause = 0) => overNetwork({ addresses, email, pause, wait: 1 });

  it("it finds the same as in recorded answers, and says to PubMed who asks", async () => {
    requests.length = 0;
    const { records } = await watch(evidence, ask(), days);
    expect(records).toEqual((await watch(evidence, answering(lively), days)).records);
    expect(requests).toHaveLength(11);
    for (const request of requests.filter((text) => text.includes("eutils"))) {
      expect(request).toMatch(/tool=myeloma-compare&email=someone%40example\.org/);
    }
    expect(requests.find((text) => /esearch.*tiab/.test(text))).toMatch(
      /datetype=edat&mindate=2026%2F11%2F20&maxdate=2026%2F11%2F28/,
    );
  });

  it("it waits between requests", async () => {
    const began = performance.now();
    await watch(evidence, ask(20), days);
    // A timer may fire a little early.
    expect(performance.now() - began).toBeGreaterThan(10 * 15);
  });

  it("a request that is refused for its rate is sent again, after the time that the service names", async () => {
    refusals.push({ status: 429, retryAfter: "0" }, { status: 503 }, { status: 429 });
    const { records } = await watch(evidence, ask(), days);
    expect(records).toHaveLength(8);
  });

  it.each<[what: string, refused: typeof refusals, message: RegExp]>([
    [
      "a service that goes on refusing",
      Array(4).fill({ status: 429 }),
      /PubMed answered with status 429/,
    ],
    ["a service in trouble", [{ status: 500 }], /PubMed answered with status 500/],
    ["a page in place of data", [{ status: 200, body: "<html>" }], /no JSON/],
  ])("%s ends the run", async (_, refused, message) => {
    refusals.splice(0, refusals.length, ...refused);
    await expect(watch(evidence, ask(), days)).rejects.toThrow(message);
  });

  it("a dead network ends the run", async () => {
    const dead = overNetwork({
      addresses: { "ClinicalTrials.gov": "http://127.0.0.1:1", PubMed: "http://127.0.0.1:1" },
      ...{ email, pause: 0, wait: 1 },
    });
    await expect(watch(evidence, dead, days)).rejects.toThrow(/PubMed cannot be reached/);
  });
});

describe("the command", () => {
  const folder = mkdtempSync(join(tmpdir(), "watch-"));
  const log = join(folder, "screening.json");
  afterAll(() => rmSync(folder, { recursive: true }));
  const command = (...args: string[]) =>
    runNode([".dev/evidence/evidence.ts", "watch", "--log", log, ...args]);
  const recorded = (answers: Readonly<Record<string, unknown>>) => {
    const answerFolder = join(folder, "answers");
    mkdirSync(answerFolder, { recursive: true });
    for (const [name, answer] of Object.entries(answers)) {
      writeFileSync(join(answerFolder, `${name}.json`), JSON.stringify(answer));
    }
    return answerFolder;
  };

  it.runIf(isWhole)(
    "prints what is new and enters it in a log that the rules accept; the data stay as they are",
    async () => {
      const before = readFileSync(join(root, "data/screening.json"), "utf8");
      const { code, output } = await command("--from", recorded(lively), "--since", days.since);
      expect(output).toMatch(/^notice {2}PMID 34175021 {2}Made: a held paper/);
      expect(output).toMatch(/8 new, 8 undecided in data\/screening\.json\.$/);
      expect(code).toBe(0);
      expect(v.parse(screeningSchema, JSON.parse(readFileSync(log, "utf8"))).records).toHaveLength(
        8,
      );
      expect(readFileSync(join(root, "data/screening.json"), "utf8")).toBe(before);
    },
  );

  const refused: [what: string, args: string[], message: string][] = [
    ["nobody says who asks", [], "PubMed asks who asks"],
    ["the day is none", ["--from", folder, "--since", "2026-13-01"], '"2026-13-01" is none'],
    ["the day is to come", ["--from", folder, "--since", "2126-01-01"], '"2126-01-01" is none'],
    [
      "nothing was recorded",
      ["--from", join(folder, "empty")],
      "is not there. Nothing was changed.",
    ],
  ];
  it.each(inFullRun(refused))(
    "it says so and writes nothing where %s",
    async (_, args, message) => {
      rmSync(log, { force: true });
      const { code, output } = await command(...args);
      expect(output).toContain(message);
      expect(code).toBe(1);
      expect(() => readFileSync(log)).toThrow();
    },
  );

  it("a recorded answer that is no JSON is named", async () => {
    const broken = recorded({});
    writeFileSync(join(broken, "retraction-search.json"), "{");
    await expect(watch(evidence, recordedIn(broken), days)).rejects.toThrow(
      /retraction-search\.json is no JSON/,
    );
  });
});

describe("evidence -- check warns", () => {
  const waiting = async () => (await watch(evidence, answering(lively), days)).records;
  const warned = async (today: string) =>
    dueWarnings({ screening: { runs: [], records: [...(await waiting())] }, products: [] }, today);

  it("of a paper that was retracted or corrected, at once", async () => {
    expect(await warned(days.today)).toEqual([
      {
        message: "Papers cited here that were retracted, corrected or doubted",
        ids: ["PMID 34175021 (retraction)", "PMID 39412823 (erratum)"],
      },
    ]);
  });

  it("of what nobody decided for more than thirty days, and of nothing that was decided", async () => {
    expect(await warned("2026-12-28")).toHaveLength(1);
    const [, late] = await warned("2026-12-29");
    expect(late?.message).toBe("Records undecided for more than 30 days");
    expect(late?.ids).toHaveLength(6);
    expect(late?.ids).toContain("NCT90000001 (2026-11-28)");
    const decided = (await waiting()).map((record) => ({
      ...record,
      ...({ decision: "leave", reason: "Made.", by: "curator" } as const),
    }));
    expect(
      dueWarnings({ screening: { runs: [], records: decided }, products: [] }, "2026-12-29"),
    ).toEqual([]);
  });

  it("of a decision on approval whose announced day has passed", () => {
    const products = evidence.products
      .filter(({ slug }) => slug === "ide-cel")
      .map((product) => ({
        ...product,
        slug: "waiting-cel",
        approvals: product.approvals
          .slice(0, 1)
          .map((approval) => ({ ...approval, region: "us" as const, decisionBy: "2026-12-23" })),
      }));
    const due = (today: string) =>
      dueWarnings({ products, screening: { runs: [], records: [] } }, today);
    expect(due("2026-12-23")).toEqual([]);
    expect(due("2026-12-24")).toEqual([
      {
        message: "Decisions on approval whose announced day has passed",
        ids: ["waiting-cel, us (2026-12-23)"],
      },
    ]);
  });
});
