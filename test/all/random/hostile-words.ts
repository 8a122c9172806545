/** Hostile words for URLs, as fast-check arbitraries, escaped in several ways. */
import fc from "fast-check";
import { longestAddress } from "#server/http/middleware/refusals.ts";
import { textUpTo } from "../../support/hostile-text.ts";

/** Part of all markup below, so that a test can search an answer for it. */
export const marker = "h0stile";

const markup = [
  `<script>${marker}</script>`,
  `</script><script>${marker}`,
  `<img src=${marker} onerror=${marker}>`,
  `"><svg onload=${marker}>`,
  `' onmouseover='${marker}' x='`,
  `" autofocus onfocus=${marker} "`,
  `<!--${marker}-->`,
  `]]><b>${marker}</b>`,
  `</template><iframe src=${marker}>`,
  `javascript:${marker}`,
  // A pattern of `String.replace`: if used as a replacement, it would repeat the text around the
  // match.
  "$`$&$'$1",
];

const formulas = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", '"=1"', ",=1,"];

const names = [
  ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "then", "valueOf"],
  ...["", " ", "[]", "a[b]", "null", "undefined", "NaN", "Infinity", "true", "set[]", "OUTCOME"],
];

const numbers = [
  ...["1e309", "-0", "0-0", "-", "--", "9999.99-", "10000-", "-0.00", "00000", "99999", "100000"],
  ...["1.005-", "5-3", "1e3-", "0x10-", "٣-٥", "3–5", "-1-", "1-2-3", "NaN-", "-Infinity", " 3-5"],
];

const unicode = [
  ...["\u0000", "\u0007", "\u202eevil", "\ufeff", "\u200b", "é", "e\u0301", "ß", "İ", "𝔸", "😀"],
  ...[
    "👩‍👩‍👧‍👦",
    "\u2028",
    "\u0085",
    "ﬀ",
    "Z\u0351\u036b\u0343",
    "漢字",
    "orr\u0000",
    "\r\nset-cookie: a=b",
  ],
];

const long = [
  "x".repeat(65),
  "x".repeat(1500),
  "x".repeat(longestAddress),
  "😀".repeat(70),
  "orr,".repeat(300),
  ",".repeat(900),
  "<".repeat(200),
];

/** Makes hostile text, before any escaping. */
const hostileWord = fc.oneof(
  { arbitrary: fc.constantFrom(...markup), weight: 3 },
  { arbitrary: fc.constantFrom(...numbers), weight: 3 },
  { arbitrary: fc.constantFrom(...names), weight: 2 },
  { arbitrary: fc.constantFrom(...unicode), weight: 2 },
  { arbitrary: fc.constantFrom(...formulas), weight: 1 },
  { arbitrary: fc.constantFrom(...long), weight: 1 },
  { arbitrary: textUpTo(20), weight: 2 },
  { arbitrary: fc.string({ maxLength: 20 }), weight: 1 },
);

/** Escaped correctly, escaped twice, or escaped only where a client must. */
export const escapedWord = fc
  .tuple(hostileWord, fc.nat(9))
  .map(([word, how]) =>
    how === 0 ? escaped(escaped(word)) : how === 1 ? bare(word) : escaped(word),
  );

/** Half a surrogate pair has no UTF-8 form and becomes the replacement character. */
function escaped(word: string): string {
  return new URLSearchParams([["", word]]).toString().slice(1);
}

/** Bytes that end a URL, or that workerd rejects before the Worker is called. */
const unsendable = new Set(Buffer.from('"<>`\u007f'));

/** The bytes of the text as a client sends them that escapes only what it must. */
function bare(word: string): string {
  return [...Buffer.from(word.slice(0, 400))]
    .map((byte) =>
      byte <= 0x20 || unsendable.has(byte)
        ? `%${byte.toString(16).padStart(2, "0")}`
        : String.fromCharCode(byte),
    )
    .join("");
}
