/**
 * `npm run export` makes a copy of the site in one file, which needs no server of ours. In it are the element, the
 * app that answers it, and the first answer as HTML. It reads what the build wrote.
 */

import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { runInThisContext } from "node:vm";
import { gzipSync } from "node:zlib";
import type { BuildOptions } from "rolldown";
import { dataset } from "#core/dataset.ts";
import { guidesStyles, styleHashes } from "#generated/styles.ts";
import { formatLastShownDay } from "#presentation/views/data-age.ts";
import { formatDate } from "#presentation/words/dates-and-times.ts";
import { elementTexts } from "#presentation/words/element.ts";
import { escapeHtml, originPlaceholder } from "#presentation/words/html.ts";
import { renderDocument, renderScriptJson } from "#server/pages/html/document.ts";
import { siteName, siteTerms, titledPages } from "#server/site.ts";
import { firstPath } from "../../functions/copy/address.ts";
import type { Copy } from "../../functions/copy/guard.ts";
import type { Device } from "../../functions/device.ts";
import { bundleEntry } from "../build/bundle.ts";
import { deviceScript } from "../build/service-worker.ts";
import { makeIntegrityHash, root, writeFileIfChanged } from "../files.ts";
import { mark, parseExportArguments, usage } from "./arguments.ts";

const { answerVersion, dataVersion, review } = dataset;
const dist = join(root, "dist");

const { options, problem } = parseExportArguments(
  process.argv.slice(2),
  process.env.INIT_CWD ?? ".",
);
if (problem !== null) {
  console.error(`${problem}\n\n${usage}`);
  process.exitCode = 2;
} else {
  const { file, recallFrom } = options;
  const html = await renderSiteCopy({ dataVersion, dataDate: review.dataDate, recallFrom });
  // The file is replaced at once: an earlier copy stays whole if the disk is full.
  writeFileIfChanged(basename(file), html, dirname(file));
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
  console.log(
    `${file}: ${kilobytes(Buffer.byteLength(html))}, compressed ${kilobytes(gzipSync(html).length)}.`,
  );
}

async function renderSiteCopy(copy: Copy): Promise<string> {
  const device = await bundleInlineScript(deviceScript);
  const copyScript = await bundleInlineScript({
    ...deviceScript,
    input: "functions/copy/copy.ts",
    transform: {
      ...deviceScript.transform,
      define: {
        ...deviceScript.transform.define,
        COPY: JSON.stringify(copy),
        "import.meta.url": JSON.stringify(`${originPlaceholder}/assets/copy.js`),
      },
    },
  });
  const icon = readFileSync(join(dist, "favicon.svg"), "base64");
  const html = renderDocument({
    title: elementTexts.title,
    description: elementTexts.title,
    styles: guidesStyles,
    body: `${renderCopyMasthead()}
<main>
<h1 class="heard">${elementTexts.title}</h1>
<noscript><p role="note">Scripts are switched off here: this copy then shows these numbers only, and does not see how old they are.</p></noscript>
${await renderFirstAnswerElement(device)}
</main>
${renderCopyFooter(copy)}
<script type="application/json" id="files">${renderScriptJson(readCopiedFiles())}</script>
<script>${device}</script>`,
  });
  return html
    .replace(
      '<meta charset="utf-8">',
      (charset) => `${charset}
<meta http-equiv="content-security-policy" content="${formatContentSecurityPolicy([copyScript, device], copy)}">
<meta name="referrer" content="no-referrer">
${mark}`,
    )
    .replace('href="/favicon.svg"', `href="data:image/svg+xml;base64,${icon}"`)
    .replace("</head>", () => `<script>${copyScript}</script>\n</head>`);
}

async function bundleInlineScript(options: BuildOptions): Promise<string> {
  const { code } = await bundleEntry(options);
  // Browsers would not find the end of a script after this mark.
  return code.trim().replaceAll("<!--", "\\x3C!--");
}

/** Returns the element with the first answer, which is given by the very script that gives all others. */
async function renderFirstAnswerElement(script: string): Promise<string> {
  runInThisContext(script);
  const { myelomaCompareDevice } = globalThis as { myelomaCompareDevice?: Device };
  const page = await myelomaCompareDevice?.answer(originPlaceholder + firstPath, "text/html", "");
  const [element] =
    /<myeloma-compare[\s\S]*<\/myeloma-compare>/.exec((await page?.text()) ?? "") ?? [];
  if (element === undefined) throw new Error("The app gives no first answer.");
  return element.replaceAll(' href="/', ' href="#/');
}

/** Returns the files of an installation that a copy also contains. */
function readCopiedFiles(): Device["files"] {
  const names = ["notices.txt", "products.html", "glossary.html"];
  return Object.fromEntries(
    names.map((name) => [`/${name}`, readFileSync(join(dist, name), "utf8")]),
  );
}

function renderCopyMasthead(): string {
  const links = titledPages
    .filter((page) => "offline" in page && page.path !== "/")
    .map(({ path, title }) => `<li><a href="#${path}">${title}</a></li>`);
  return `<header class="masthead">
<p><a href="#${firstPath}" aria-current="page">${siteName}</a></p>
<nav aria-label="Site"><ul>${links.join("")}</ul></nav>
</header>`;
}

function renderCopyFooter({ dataDate, recallFrom }: Copy): string {
  const { footer } = elementTexts;
  const version = footer.version(answerVersion);
  const day = formatDate(new Date().toISOString().slice(0, 10));
  const line = `A copy of ${siteName}, made on ${day}, with data of ${formatDate(dataDate)}. It shows numbers until ${formatDate(formatLastShownDay(dataDate))} at the latest${recallFrom === null ? "" : `, and asks ${recallFrom} whether the data were withdrawn`}.`;
  return `<footer class="site-foot">
<p>${escapeHtml(line)}</p>
<p>${footer.audience} ${escapeHtml(review.statement)}</p>
<p class="version">${version} · ${siteTerms} <a href="#/notices.txt">Software of others in this file</a></p>
</footer>`;
}

/** Returns the content security policy of the copy. Only a server could restrict framing and set a sandbox. */
function formatContentSecurityPolicy(scripts: readonly string[], { recallFrom }: Copy): string {
  const quoted = (hashes: readonly string[]) => hashes.map((hash) => `'${hash}'`).join(" ");
  return [
    "default-src 'none'",
    `script-src ${quoted(scripts.map((script) => makeIntegrityHash(script, "sha256")))}`,
    `style-src ${quoted(styleHashes)}`,
    "img-src blob: data:",
    `connect-src ${recallFrom ?? "'none'"}`,
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types myeloma-compare",
  ].join("; ");
}
