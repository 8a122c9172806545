/**
 * A collected citation, taken apart: the fields of a publication, and remarks on what of it was read.
 *
 * Two forms are known: an article (authors, title, journal, year;volume(issue):page, in this order,
 * any but the journal missing) and anything else, whose words are its title. Nothing is guessed:
 * what is not in its place stays a remark.
 */
import type { Reference } from "../schema.ts";
import { journals } from "./journals.ts";

type Author = NonNullable<Reference["author"]>[number];

export interface CitationParts {
  type: Reference["type"];
  author: Author[];
  title: string | null;
  /** Printed between quotation marks, so not in the collectors' words. */
  quoted: boolean;
  journal: string | null;
  issued: [number] | [number, number, number] | null;
  volume: string | null;
  issue: string | null;
  page: string | null;
  /** As printed within the words of the citation. */
  doi: string | null;
  remarks: string[];
}

const place = new RegExp(
  `(?<=^|^Review in |[.,;] )(${journals.join("|")})(?= \\d{4}\\b| \\(|$)` +
    "(?: (\\d{4}))?(?:;(s?\\d+)(?: ?\\(([^)]+)\\))?(?::([\\w-]+))?)?",
  "g",
);
const family = "\\p{Lu}[\\p{L}'-]*(?: (?:dos |de |van )?\\p{Lu}[\\p{L}'-]*\\p{Ll}[\\p{L}'-]*)*";
const oneAuthor = `${family}(?: \\p{Lu}{1,3})?`;
const authors = new RegExp(`^(${oneAuthor}(?:, ${oneAuthor})*) et al\\b[.,]?\\s*`, "u");
/** What the citation is of, in the collectors' words; its title would stand between quotation marks. */
const genre = /^(?:Review|Meta-analysis)\b/;

export function partsOf(citation: string): CitationParts {
  for (const match of citation.matchAll(place)) {
    const before = citation.slice(0, match.index);
    if (depth(before) > 0) continue;
    const lead = leadOf(before.replace(/[.,;] $/, ""));
    if (lead) return articleOf(lead, match, citation.slice(match.index + match[0].length));
  }
  return otherOf(citation);
}

const nothing: CitationParts = {
  type: "document",
  author: [],
  title: null,
  quoted: false,
  journal: null,
  issued: null,
  volume: null,
  issue: null,
  page: null,
  doi: null,
  remarks: [],
};

type Lead = Pick<CitationParts, "author" | "title" | "quoted" | "remarks">;

/** What stands before the journal; `null` where it is news about the article that follows. */
function leadOf(words: string): Lead | null {
  const [author, rest] = authorsOf(words);
  if (/\bet al\.?$/.test(rest)) return null;
  const remarks: string[] = [];
  const title = withoutParentheses(
    rest.replace(/\bPMC\d+(?: summary)?$/, (found) => {
      remarks.push(found);
      return "";
    }),
    remarks,
  );
  if (!genre.test(title)) return { author, title: title || null, quoted: false, remarks };
  const quoted = title.match(/'(.+)'/)?.[1] ?? null;
  const kind = quoted === null ? title : title.replace(`'${quoted}'`, "").trim();
  return {
    author,
    title: quoted,
    quoted: quoted !== null,
    remarks: [kind.replace(/ in$/, ""), ...remarks],
  };
}

function articleOf(lead: Lead, match: RegExpExecArray, after: string): CitationParts {
  const [, journal = null, year, volume = null, issue = null, page = null] = match;
  return withRemark(after, {
    ...nothing,
    ...lead,
    type: "article-journal",
    journal,
    issued: year === undefined ? null : [Number(year)],
    volume,
    issue,
    page,
  });
}

/** What follows the numbers of an article: a DOI, the day it appeared, and what was read of it. */
function withRemark(after: string, article: CitationParts): CitationParts {
  const rest = after.replace(/^[\s,.;]+/, "");
  const [first, more] = leadingParentheses(rest);
  if (/^10\.\d{4,9}\/\S+$/.test(first ?? "")) return withRemark(more, { ...article, doi: first });
  const day = dayOf(first ?? "");
  if (day && day[0] === article.issued?.[0]) return withRemark(more, { ...article, issued: day });
  const remark = first === null ? rest : `${first}${more}`;
  return remark === "" ? article : { ...article, remarks: [...article.remarks, remark] };
}

function otherOf(citation: string): CitationParts {
  const remarks: string[] = [];
  const [author, rest] = authorsOf(citation);
  const title = withoutParentheses(rest, remarks);
  const day = dayOf(title);
  const [year] = remarks.filter((remark) => /^\d{4}$/.test(remark));
  const issued: CitationParts["issued"] = day ?? (year === undefined ? null : [Number(year)]);
  const left = remarks.filter((remark) => remark !== year);
  if (day === null) return { ...nothing, author, title, issued, remarks: left };
  // Where a date stands in place of the title, the title is what follows it. Styles print the year alone.
  return { ...nothing, author, title: left[0] ?? null, issued, remarks: [title, ...left.slice(1)] };
}

/** Initials as CSL-JSON has them: "JG" is J. G. */
function authorsOf(words: string): [Author[], string] {
  const match = words.match(authors);
  if (!match) return [[], words.trim()];
  const [all, names = ""] = match;
  const author = names.split(", ").map((printed): Author => {
    const initials = printed.match(/ (\p{Lu}{1,3})$/u)?.[1];
    if (initials === undefined) return { family: printed };
    return {
      family: printed.slice(0, -initials.length - 1),
      given: `${[...initials].join(". ")}.`,
    };
  });
  return [[...author, { literal: "et al." }], words.slice(all.length).trim()];
}

function dayOf(words: string): [number, number, number] | null {
  const match = words.match(/^(\d{4})-(\d{2})-(\d{2})$/);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : null;
}

/** The words without the parentheses at their end or start, which become remarks. */
function withoutParentheses(words: string, remarks: string[]): string {
  const text = words.trim().replace(/[.,;]$/, (mark) => (words.trim().endsWith("..") ? mark : ""));
  const [first, more] = leadingParentheses(text);
  if (first !== null) {
    remarks.push(first);
    return withoutParentheses(more, remarks);
  }
  const start = text.endsWith(")") ? openingOf(text) : 0;
  if (start === 0) return text;
  const title = withoutParentheses(text.slice(0, start), remarks);
  remarks.push(text.slice(start + 1, -1));
  return title;
}

/** The content of the parentheses that the words begin with, and what follows them. */
function leadingParentheses(words: string): [string | null, string] {
  if (!words.startsWith("(")) return [null, words];
  const end = [...words].findIndex((_, index) => depth(words.slice(0, index + 1)) === 0);
  return [words.slice(1, end), words.slice(end + 1)];
}

/** Where the last parentheses of words that end with them begin. */
function openingOf(words: string): number {
  for (let index = words.length - 1; index >= 0; index--) {
    if (depth(words.slice(index)) === 0 && words[index] === "(") return index;
  }
  return 0;
}

/** How many parentheses are open at the end. */
function depth(words: string): number {
  return words.split("(").length - words.split(")").length;
}
