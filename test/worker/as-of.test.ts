/** `as-of`, the version of the data that a link was made with, over HTTP. */
import { afterAll, describe, expect, it } from "vitest";
import { releases } from "#data/generated/changes.ts";
import { dataVersion } from "#data/generated/data-version.ts";
import { english } from "#presentation/words/catalogue.ts";
import { copyBuild } from "../support/copied-build.ts";
import { tagsOf, textOf } from "../support/html.ts";
import { getProblem } from "../support/json.ts";
import { earlier, effects } from "../support/last-change.ts";
import { request as requestOf } from "../support/request.ts";
import type { Asking } from "../support/send.ts";
import { serve } from "../support/serve.ts";

const { asOf: words, changes } = english.pages;

const old = earlier?.version ?? "";

/** The build with the same history, in which no release withdraws those before it. */
const kept = copyBuild({ precomputed: false });
afterAll(kept.remove);
kept.pretendCorrection(null);
const { url } = await serve({ built: kept.folder });
const request = (path: string, asking: Asking = {}) => requestOf(path, asking, url);

const note = words.earlier(old, english.screen.date(earlier?.date ?? ""));
const pages = ["/embed", "/report"];
/** Text has its lines broken. */
const read = (text: string) => textOf(text).replaceAll("&quot;", '"');

describe.each(pages)("%s", (path) => {
  it("says what changed since an earlier version, by outcome, and leads to the history", async () => {
    const { status, text } = await request(`${path}?as-of=${old}`);
    expect(status).toBe(200);
    const said = read(text);
    expect(said).toContain(note);
    expect(effects.length).toBeGreaterThan(0);
    const changed = effects.flatMap(({ before, after }) =>
      (["car-t", "bsab"] as const).flatMap((group) => {
        const [old, now] = [before?.[group], after?.[group]];
        return old && now && JSON.stringify(old) !== JSON.stringify(now) ? [old] : [];
      }),
    );
    const { rate, k, n } = changed[0] ?? {};
    expect(said).toMatch(
      new RegExp(`from ${rate?.toFixed(1)} \\([^)]*\\), ${k}.studies, ${n}.patients`),
    );
    expect(text).toMatch(path.endsWith(".txt") ? / <\/changes>\n/ : /href="\/changes"/);
    expect(said).toContain(changes.title);
  });

  it("says only that something changed where the history does not hold the question", async () => {
    const said = read((await request(`${path}?age=60-&as-of=${old}`)).text);
    expect(said).toContain(note);
    expect(said).toContain(words.unrecorded);
    expect(said).not.toContain(words.changed);
  });

  it("is another page with another validator then; with the present version it is the usual one", async () => {
    const [usual, now, then] = await Promise.all(
      ["", `?as-of=${dataVersion}`, `?as-of=${old}`].map((search) => request(path + search)),
    );
    expect(now?.headers.etag).toBe(usual?.headers.etag);
    expect(now?.text).toBe(usual?.text);
    expect(read(usual?.text ?? "")).not.toContain("since this link was made");
    expect(then?.headers.etag).not.toBe(usual?.headers.etag);
    const again = await request(`${path}?as-of=${old}`, {
      headers: { "if-none-match": String(then?.headers.etag) },
    });
    expect(again.status).toBe(304);
    const other = await request(path, {
      headers: { "if-none-match": String(then?.headers.etag) },
    });
    expect(other.status).toBe(200);
  });
});

describe("a version that was withdrawn", async () => {
  const reason = "Response of one trial & of another.";
  const copied = copyBuild({ precomputed: false });
  afterAll(copied.remove);
  copied.pretendCorrection(reason);
  const corrected = await serve({ built: copied.folder });
  const said = async (path: string) => read(await (await corrected.fetch(path)).text());

  it.each([...pages, "/report?compare=product", "/embed?age=60-"])(
    "is called withdrawn by %s, with what was wrong",
    async (path) => {
      const text = await said(`${path}${path.includes("?") ? "&" : "?"}as-of=${old}`);
      expect(text).toContain(words.withdrawn);
      const released = english.screen.date(earlier?.date ?? "");
      expect(text).toContain(words.reason(old, released, reason));
      expect(text).not.toContain(note);
      expect(await said(path), "without a version").not.toContain(words.withdrawn);
    },
  );

  it("is so only with that correction", async () => {
    expect(read((await request(`/embed?as-of=${old}`)).text)).not.toContain(words.withdrawn);
    expect(await said(`/embed?as-of=${dataVersion}`)).not.toContain(words.withdrawn);
  });
});

describe("an unknown version", () => {
  it.each(["2020-01-01-00000000", "yesterday", "", `${old}&as-of=${dataVersion}`])(
    "%j is a note on /embed, which is the same page for all of them",
    async (version) => {
      const { status, text, headers } = await request(`/embed?as-of=${version}&setting=early`);
      expect(status).toBe(200);
      expect(read(text)).toContain(words.unknown);
      expect(text).not.toContain("yesterday");
      expect(headers.etag).toBe((await request("/embed?as-of=none&setting=early")).headers.etag);
      expect(text).toContain('<myeloma-compare setting="early">');
    },
  );

  it.each(["/v1/comparison", "/v1/comparison.json", "/v1/comparison.csv"])(
    "is refused by %s with all that is known",
    async (path) => {
      const { status, body } = await getProblem(`${path}?as-of=2020-01-01-00000000`);
      expect(status).toBe(400);
      expect(body.errors).toEqual([
        expect.objectContaining({
          parameter: "as-of",
          allowed: [dataVersion, ...releases.slice(1).map(({ version }) => version)],
        }),
      ]);
      expect((await getProblem(`${path}?as-of=${old}&as-of=${old}`)).status).toBe(400);
    },
  );

  it("is refused by /report with a page that leads to the same question", async () => {
    const { status, text } = await request("/report?as-of=yesterday&setting=early&part=short");
    expect(status).toBe(400);
    expect(read(text)).toContain(dataVersion);
    expect(tagsOf(text)).toContain('<a href="/report?setting=early&amp;part=short">');
  });
});

describe("a comparison as data", () => {
  it.each([".json", ".csv"])("%s is the same, whatever the version", async (form) => {
    const [usual, then] = await Promise.all(
      ["", `?as-of=${old}`].map((search) => request(`/v1/comparison${form}${search}`)),
    );
    expect(then?.text).toBe(usual?.text);
    expect(then?.headers.etag).toBe(usual?.headers.etag);
  });

  it("is never computed with it: neither the question nor its canonical text has it", async () => {
    const { text } = await request(`/v1/comparison.json?setting=early&as-of=${old}`);
    const { canonical, query, dataVersion: of } = JSON.parse(text) as Record<string, unknown>;
    expect([canonical, of]).toEqual(["setting=early", dataVersion]);
    expect(JSON.stringify(query)).not.toContain(old);
  });

  it("of other groups is a page with the note, of which no numbers are recorded", async () => {
    const { status, text } = await request(`/report?compare=product&as-of=${old}`);
    expect(status).toBe(200);
    expect(read(text)).toContain(`${note} ${words.unrecorded}`);
    expect(read(text)).toContain(`compare=product&as-of=${dataVersion}`);
  });

  it("is the report with the note for who prefers a page", async () => {
    const { text } = await request(`/v1/comparison?as-of=${old}`, {
      headers: { accept: "text/html" },
    });
    expect(read(text)).toContain(note);
  });
});

describe("links that stay", () => {
  it("name the present version: that of /embed, of the report and of its citation", async () => {
    const address = `${url}/report?setting=early&as-of=${dataVersion}`;
    const [embed, report, ris] = await Promise.all(
      [
        "/embed?setting=early",
        `/report?setting=early&as-of=${old}`,
        "/report.ris?setting=early",
      ].map((path) => request(path)),
    );
    // A link says where products are approved.
    for (const path of [
      "/embed?setting=early&amp;availability=approved",
      "/report?setting=early",
    ]) {
      expect(tagsOf(embed?.text ?? "")).toContainEqual(
        expect.stringContaining(`href="${path}&amp;as-of=${dataVersion}"`),
      );
    }
    // What is folded names its place in the report, for paper.
    const own = read(report?.text ?? "")
      .split(address)
      .slice(1)
      .filter((rest) => !rest.startsWith("#"));
    expect(own).toHaveLength(2);
    expect(ris?.text).toContain(`UR  - ${address}\r\n`);
  });

  it("are not what sites put on their pages: frames, previews", async () => {
    const [page, frame] = await Promise.all([
      request(`/embed?as-of=${old}`),
      request(`/oembed?url=${encodeURIComponent(`${url}/embed?as-of=${old}`)}`),
    ]);
    expect(frame?.text).not.toContain("as-of");
    for (const tag of tagsOf(page.text).filter((one) => /^<(meta|link)/.test(one))) {
      expect(tag).not.toContain("as-of");
    }
  });
});
