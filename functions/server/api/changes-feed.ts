/** The history of the data as an Atom feed (RFC 4287). */
import type { Recall } from "#data/recall.ts";
import type { DataRelease } from "#data/schema.ts";
import { escapeHtml } from "#presentation/screen/escape-html.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { type EffectLine, effectsByPreset } from "../pages/changes/effects.ts";
import { siteName } from "../pages/html/site-name.ts";

/** The feed is in English only. */
const { changes: words } = catalogue.pages;

/** The last part of every id: random, and never to be changed. */
const node = "5d2c9a71e0b4";

/** Of what no feed has of its own: the oldest version of the data that may still be shown. */
const namespace = `urn:uuid:00000000-0000-8000-8001-${node}`;

/** @param origin The address of the installation. */
export function changesFeed(
  releases: readonly DataRelease[],
  { minimumDataVersion }: Recall,
  origin: string,
): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:mc="${namespace}" xml:lang="${catalogue.screen.language}">
<id>urn:uuid:00000000-0000-8000-8000-${node}</id>
<title>${escapeHtml(`${siteName}: ${words.title}`)}</title>
<updated>${updated(releases[0])}</updated>
<author><name>${escapeHtml(siteName)}</name></author>
<mc:minimumDataVersion>${minimumDataVersion}</mc:minimumDataVersion>
<link rel="self" type="application/atom+xml" href="${escapeHtml(`${origin}/v1/changes.atom`)}"/>
<link rel="alternate" type="text/html" href="${escapeHtml(`${origin}/changes`)}"/>
${releases.map((release) => entry(release, origin)).join("\n")}
</feed>
`;
}

function entry(release: DataRelease, origin: string): string {
  const { version, what } = release;
  const [first = ""] = what;
  const address = escapeHtml(`${origin}/changes#${version}`);
  return `<entry>
<id>${entryId(version)}</id>
<title>${escapeHtml(first)}</title>
<updated>${updated(release)}</updated>
<link rel="alternate" type="text/html" href="${address}"/>
<content type="html">${escapeHtml(contentOf(release))}</content>
</entry>`;
}

/** Custom data in a UUID of version 8 (RFC 9562): the date and the hash of the version. */
function entryId(version: string): string {
  const digits = version.replaceAll("-", "");
  const [date, hash] = [digits.slice(0, 8), digits.slice(8)];
  return `urn:uuid:${date}-${hash.slice(0, 4)}-8000-8000-${hash.slice(4)}${node.slice(4)}`;
}

/** A release has a date only; the feed needs a time. */
function updated(release: DataRelease | undefined): string {
  return `${release?.date ?? "1970-01-01"}T00:00:00Z`;
}

/** As HTML. */
function contentOf({ version, what, corrects, effect }: DataRelease): string {
  const said = corrects === undefined ? what : [words.corrects(corrects), ...what];
  const sentences = said.map((sentence) => `<p>${escapeHtml(sentence)}</p>`);
  const presets = effectsByPreset(effect).map(
    ({ label, rows }) =>
      `<h3>${escapeHtml(label)}</h3><ul>${rows
        .flatMap(({ outcome, lines }) => lines.map((line) => item(outcome, line)))
        .join("")}</ul>`,
  );
  const end = `<p>${escapeHtml(words.version(version))}</p>`;
  return [...sentences, ...presets, end].join("");
}

function item(outcome: string, { name, before, after }: EffectLine): string {
  return `<li>${escapeHtml(`${outcome}, ${name}: ${words.fromTo(before, after)}`)}</li>`;
}
