/** A page of an installation as a file: its addresses, its script, and its policy, which no header can say. */
import { createHash } from "node:crypto";
import { type Copy, inCopy } from "../../functions/copy/places.ts";
import { mark } from "./place.ts";

/** What is for sharing and installing an address, and the scripts of an installation. */
const left =
  /<(?:meta (?:property="og:|name="twitter:)|link rel="(?:manifest|apple-touch-icon|alternate" type="application\/json))[^>]*>\n?|<script type="module"[^>]*><\/script>\n?/g;

interface Parts {
  copy: Copy;
  /** The script element. */
  script: string;
  /** What the policy says of scripts. */
  allowed: string;
  styleHashes: readonly string[];
}

/** @param path below the folder of the copy */
export function asFile(html: string, path: string, parts: Parts): string {
  const { copy, script } = parts;
  const up = "../".repeat(path.split("/").length - 1);
  const scripted = script.replace(' src="', ` src="${up}`);
  return inCopy(html.replaceAll(left, ""), copy, up).replace(
    /<meta charset="utf-8">/,
    () =>
      `<meta charset="utf-8">\n<meta http-equiv="content-security-policy" content="${policyOf(parts)}">\n${mark}\n${scripted}`,
  );
}

/** Who may frame a page, and a sandbox, can be said by a server only. */
function policyOf({ copy, allowed, styleHashes }: Parts): string {
  const own = copy.isSingle ? [] : ["'self'"];
  const asked = [...own, ...(copy.recallFrom === null ? [] : [copy.recallFrom])];
  return [
    "default-src 'none'",
    `script-src ${allowed}`,
    `style-src ${styleHashes.map((hash) => `'${hash}'`).join(" ")}`,
    `img-src ${[...own, "blob:", "data:"].join(" ")}`,
    `connect-src ${asked.join(" ") || "'none'"}`,
    "base-uri 'none'",
    "object-src 'none'",
    // A file has no origin that a policy could name.
    ...(copy.isSingle ? [] : ["form-action 'self'"]),
    "require-trusted-types-for 'script'",
    "trusted-types myeloma-compare 'allow-duplicates'",
  ].join("; ");
}

export function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
