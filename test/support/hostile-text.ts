/** Hostile text for a query string or a segment of a path, as fast-check arbitraries, escaped in several ways. */
import fc from "fast-check";
import { parameterNames } from "#core/question/parameters.ts";
import { longestAddress } from "#server/http/middleware/refusals.ts";

/** Makes a piece of a URL: escaped, escaped wrongly, or plain. */
const piece = fc.oneof(
  fc.constantFrom(
    ...["%", "%zz", "%00", "%0d%0aSet-Cookie:a", "%3Cscript%3E", "%ff", "%ed%a0%80", "%c0%80"],
    ...["=", "&", ";", "+", "#x", "[]", "$", "..", "%2e%2e%2f", "%252e%252f", "%u0041"],
    ...["__proto__", "constructor", "%F0%9F%98%80", "%F0%9F", "%E2%80%AE", "999999999-"],
    ...["1e309-", "-0", "'%22", "{{7*7}}", "$%7Bx%7D", "&&", "==", "?", "%26", "%3D"],
  ),
  fc.integer({ min: 0, max: 255 }).map((byte) => `%${byte.toString(16).padStart(2, "0")}`),
  fc.stringMatching(/^[a-z0-9,.-]{0,12}$/),
  fc.constantFrom(...parameterNames.map((name) => `&${name}=`)),
);

/**
 * Makes any text, also of control characters and halves of pairs. The unit "binary" of fast-check would first make a
 * table of all characters, for a second.
 */
const textUpTo = (maxLength: number) =>
  fc.string({
    unit: fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
    maxLength,
  });

export const anyText = textUpTo(90);

/** Makes arbitrary text for the query string or a path segment. */
export const rawText = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));

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
