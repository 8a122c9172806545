/** Tests the texts that the build rendered: they are served as if they were made now. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { originPlaceholder } from "#presentation/words/html.ts";
import {
  makeRenderedFileContent,
  makeRenderedTextPath,
  renderedTexts,
} from "#server/answers/keep/rendered-texts.ts";
import { root } from "../../../../../.dev/files.ts";
import { answered, type Files } from "../../../../support/answered.ts";

type App = typeof import("../../../../../functions/app.ts").app;

/** Makes each text anew, because it has no files. */
let making: App;
beforeAll(async () => {
  making = await anotherApp();
});
afterEach(() => void vi.useRealTimers());

/** Returns an app with a memory of its own. */
async function anotherApp(): Promise<App> {
  vi.resetModules();
  return (await import("../../../../../functions/app.ts")).app;
}

/** Holds the texts of the default question and of another one: all others are made alike. */
const texts = Object.values(renderedTexts).filter(
  ({ path }) => !path.includes("?") || path.endsWith("?lines=2"),
);
const [anyText] = texts;
if (!anyText) throw new Error("the build renders no text");

const made = ({ path, headers }: (typeof texts)[number], origin = "http://localhost") =>
  answered(making, origin + path, { headers });

/** Returns a file as the build writes it: what the app answers at the address that stands for any installation. */
async function fileOf(text: (typeof texts)[number]): Promise<string> {
  const { headers, text: body } = await made(text, originPlaceholder);
  return makeRenderedFileContent((headers.get("etag") ?? "").replace(originPlaceholder, ""), body);
}

/** Holds only these files, and notes the paths that are asked for. */
function holding(contents: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>) {
  const paths: string[] = [];
  const files: Files = async (url) => {
    const { pathname } = new URL(String(url));
    paths.push(pathname);
    const content = contents[pathname];
    return new Response(content ?? null, { status: content === undefined ? 404 : 200 });
  };
  return { files, paths };
}

async function holdingAll() {
  const entries = await Promise.all(
    texts.map(
      async (text) => [makeRenderedTextPath(text.file), gzipSync(await fileOf(text))] as const,
    ),
  );
  return holding(Object.fromEntries(entries));
}

/** Everything that is sent, but where the text came from. */
function sent({ status, headers, text }: Awaited<ReturnType<typeof made>>) {
  return { status, headers: [...headers].filter(([name]) => name !== "cache-status"), text };
}

describe.each(["http://localhost", "https://a-b.example.org:8443"])("at %s", (origin) => {
  it.each(texts)(
    "$file is read once, and sent with the headers of a text that is made",
    async (text) => {
      const app = await anotherApp();
      const { files, paths } = await holdingAll();
      const expected = sent(await made(text, origin));
      for (const detail of ["precomputed", "memo"]) {
        const read = await answered(app, origin + text.path, { headers: text.headers }, files);
        expect(sent(read)).toEqual(expected);
        expect(read.detail).toBe(detail);
      }
      expect(paths).toEqual([makeRenderedTextPath(text.file)]);
      const etag = new Headers(expected.headers).get("etag") ?? "";
      for (const init of [
        { method: "HEAD", headers: text.headers },
        { method: "OPTIONS", headers: text.headers },
        { headers: { ...text.headers, "if-none-match": etag } },
        { headers: { ...text.headers, "if-none-match": '"another"' } },
      ]) {
        const answers = [
          await answered(app, origin + text.path, init, files),
          await answered(making, origin + text.path, init),
        ];
        const [read, anew] = answers.map(sent);
        expect(read).toEqual(anew);
      }
      expect(paths).toHaveLength(1);
    },
  );
});

it.each([
  ["/embed?", true],
  ["/embed?utm_source=letter", true],
  ["/embed?compare=therapy-class", true],
  ["/embed?data=other", true],
  ["/embed?patient=somebody", true],
  ["/embed?theme=auto", true],
  ["/embed?theme=dark", false],
  ["/embed?hand-over=patient", false],
  ["/embed?lines=2", true],
  ["/embed?lines=2&theme=dark", false],
  ["/embed?lines=2&age=60-", false],
  ["/v1/screen?", true],
  ["/v1/screen?lines=2", true],
  ["/v1/screen?lines=2&age=60-", false],
  ["/v1/screen?patient=somebody", false],
  ["/v1/screen/orr", false],
  ["/v1/screen/copy", false],
  ["/?lines=2", true],
  ["/?lines=2&age=60-", false],
  ["/?patient=somebody", true],
])("%s is what it is without the files; it asks for one: %s", async (address, isAsked) => {
  const { files, paths } = await holdingAll();
  const read = await answered(await anotherApp(), address, {}, files);
  expect(sent(read)).toEqual(sent(await answered(making, address)));
  const asked = texts.map(({ file }) => makeRenderedTextPath(file));
  expect(paths.some((path) => asked.includes(path))).toBe(isAsked);
});

it("the build wrote every text as the app makes it", async () => {
  for (const text of Object.values(renderedTexts)) {
    const file = readFileSync(join(root, "dist", makeRenderedTextPath(text.file)));
    expect(gunzipSync(file).toString(), text.path).toBe(await fileOf(text));
  }
});

describe("a text is made anew if its file", () => {
  const asText = (change: (file: string) => string) => async () =>
    gzipSync(change(await fileOf(anyText)));

  it.each<[string, () => Promise<string | Uint8Array<ArrayBuffer>>]>([
    ["is of other data or another release", asText((file) => file.replace(/\d/, "x"))],
    ["is that of another text", async () => gzipSync(await fileOf(texts[1] ?? anyText))],
    ["holds nothing", async () => gzipSync("")],
    ["has no tag", asText((file) => file.slice(file.indexOf("\n") + 1))],
    ["is not gzipped", () => fileOf(anyText)],
    ["is cut off", async () => gzipSync(await fileOf(anyText)).subarray(0, 1000)],
  ])("%s", async (_, contentOf) => {
    const { files, paths } = holding({ [makeRenderedTextPath(anyText.file)]: await contentOf() });
    const read = await answered(
      await anotherApp(),
      anyText.path,
      { headers: anyText.headers },
      files,
    );
    expect(paths).toContain(makeRenderedTextPath(anyText.file));
    expect(read.detail).toBe("computed");
    expect(sent(read)).toEqual(sent(await made(anyText)));
  });

  it("never comes", async () => {
    vi.useFakeTimers();
    const answer = answered(
      await anotherApp(),
      anyText.path,
      { headers: anyText.headers },
      () => new Promise<never>(() => undefined),
    );
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent(await answer)).toEqual(sent(await made(anyText)));
  });
});

// Otherwise a text that was rendered on the day of the build would be wrong on a later one.
it.each(["2000-02-29", "2026-11-21", "2048-01-01"])("they are the same on %s", async (day) => {
  const today = await Promise.all(texts.map((text) => made(text)));
  vi.useFakeTimers({ now: new Date(day), toFake: ["Date"] });
  const app = await anotherApp();
  const onDay = await Promise.all(
    texts.map(({ path, headers }) => answered(app, path, { headers })),
  );
  expect(onDay.map(sent)).toEqual(today.map(sent));
});
