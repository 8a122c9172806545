/** Collects what a copy holds from the build, and writes it. */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { dataset } from "#core/dataset.ts";
import { styleHashes } from "#generated/styles.ts";
import { lastDayOf } from "#presentation/screen/age.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { originPlaceholder } from "#server/pages/html/origin-placeholder.ts";
import { type Copy, installation, placeOf } from "../../functions/copy/places.ts";
import { root } from "../files.ts";
import { type Server, startServer } from "../serve/serve.ts";
import { bundleParts, bundleWhole } from "./bundle.ts";
import { asFile, hashOf } from "./page.ts";
import { writeFolder } from "./place.ts";

const { copy: words, screen } = catalogue;
const dist = join(root, "dist");
const noScript = `<noscript><p role="note">${words.needsScript}</p></noscript>`;
/** The element without an answer, which it gives itself to what the address asks. */
const shell = /<myeloma-compare[\s\S]*<\/(?:myeloma-compare|noscript)>/;

type Read = (address: string) => Promise<string>;

interface Wanted extends Pick<Copy, "isSingle" | "recallFrom"> {}

export async function writeCopy(where: string, wanted: Wanted) {
  const { dataVersion, review } = dataset;
  const { dataDate } = review;
  const today = new Date().toISOString().slice(0, 10);
  const line = words.line(
    screen.date(today),
    screen.date(dataDate),
    screen.date(lastDayOf(dataDate)),
  );
  const copy: Copy = { ...wanted, dataVersion, dataDate, line };
  const server = await startServer();
  const read = (address: string) => textAt(address, copy, server);
  try {
    return await (copy.isSingle ? writeSingle : writePages)(where, copy, read);
  } finally {
    await server.dispose();
  }
}

/** Whatever a page leads to is in the copy, or cannot be linked. */
async function writePages(folder: string, copy: Copy, read: Read) {
  const parts = await bundleParts(copy);
  const script = `<script type="module" src="assets/${parts[0]?.[0]}"></script>`;
  const page = { copy, script, allowed: "'self'", styleHashes };
  const files = new Map(parts.map(([name, code]) => [`assets/${name}`, code]));
  // A page with the frame of the site and nothing in it.
  const made = (await read("/about"))
    .replace(/<main[\s\S]*<\/main>/, () => `<main class="page text">${noScript}</main>`)
    .replaceAll(' aria-current="page"', "");
  files.set("made.html", asFile(made, "made.html", page));
  const first = ["/", "/embed", "/robots.txt", "/recall.json", "/v1/frame.js"];
  const wanted = new Map(first.map((address) => [placeOf(address, copy) ?? "", address]));
  for (const [place, address] of wanted) {
    const text = await read(address);
    const isPage = place.endsWith(".html");
    files.set(place, isPage ? asFile(text, place, page) : text);
    for (const [, href = ""] of isPage ? text.matchAll(own) : []) {
      const other = placeOf(href.replaceAll("&amp;", "&"), copy);
      const isFile = other !== null && !/^https?:|\?/.test(other) && !href.startsWith("/assets/");
      if (isFile && !wanted.has(other)) wanted.set(other, href);
    }
  }
  writeFolder(folder, files);
  return weightOf([...files.values()]);
}

const own = new RegExp(` (?:href|src|action)="(?:${installation})?(/[^"#]*)`, "g");

async function writeSingle(file: string, copy: Copy, read: Read) {
  const code = await bundleWhole(copy);
  const [element = ""] = shell.exec(await read("/embed")) ?? [];
  const home = (await read("/")).replace(shell, () => element);
  const icon = readFileSync(join(dist, "favicon.svg"), "base64");
  const data = `<script type="application/json" id="files">${JSON.stringify(packed(copy))}</script>`;
  const page = { copy, script: "", allowed: `'${hashOf(code)}'`, styleHashes };
  const html = asFile(home, "", page)
    .replace(/(?<=<link rel="icon" href=")[^"]*/, () => `data:image/svg+xml;base64,${icon}`)
    .replace("</body>", () => `${data}\n<script>${code}</script>\n</body>`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, html);
  return weightOf([html]);
}

/** What the app reads of the build, gzipped, by path. */
function packed(copy: Copy): Record<string, string> {
  const paths = globSync("{*,docs/**/*,products/*,v1/**/*}.{html,gz,json,txt,svg,ts}", {
    cwd: dist,
  });
  return Object.fromEntries(
    paths.sort().map((path) => {
      const file = join(dist, path);
      const gzipped = path.endsWith(".gz")
        ? readFileSync(file)
        : gzipSync(asBuilt(file, copy), { level: 9 });
      return [`/${path.replaceAll("\\", "/")}`, gzipped.toString("base64")];
    }),
  );
}

/** As the build wrote it, where it did: what is stale is said on the day of reading. */
async function textAt(address: string, copy: Copy, server: Server): Promise<string> {
  if (address === "/embed") {
    return asBuilt(join(dist, "kept/shell.html"), copy).replace("</main>", `${noScript}</main>`);
  }
  const [, region] = /^\/products\?region=(\w+)$/.exec(address) ?? [];
  const built = join(dist, region ? `products-${region}.html` : `${address}.html`);
  if (existsSync(built)) return asBuilt(built, copy);
  const response = await server.fetch(address, { headers: { accept: "text/html, */*;q=0.1" } });
  if (!response.ok) throw new Error(`${address} leads nowhere: ${response.status}`);
  return (await response.text()).replaceAll(server.url, installation);
}

/** In examples of the guides an installation is named: a copy is none. */
function asBuilt(file: string, { recallFrom }: Copy): string {
  const named = recallFrom ?? "https://compare.example.org";
  return readFileSync(file, "utf8").replaceAll(originPlaceholder, named);
}

function weightOf(texts: readonly string[]) {
  return {
    files: texts.length,
    bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
  };
}
