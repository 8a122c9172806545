/** What a reader sees of a report, taken from its HTML, for approved texts. */
import { h } from "preact";
import { render } from "preact-render-to-string";
import type { Document } from "#presentation/document/document.ts";
import { DocumentMain } from "#server/pages/report/document-main.tsx";

export function asHtml(document: Document): string {
  return render(h(DocumentMain, { document, extent: "whole", contents: "Contents" }));
}

/** A line for each paragraph, item and row of a table, with the addresses that links lead to. */
export function asText(document: Document): string {
  const text = asHtml(document)
    .replace(/<(svg|nav)\b[\s\S]*?<\/\1>/g, "")
    .replace(/<a (?:[^>]* )?href="([^"#][^"]*)"[^>]*>([\s\S]*?)<\/a>/g, "[$2]($1)")
    .replace(/<h([1-4])>/g, (_tag, level) => `\n\n${"#".repeat(level)} `)
    .replace(/<summary>/g, "\n\n#### ")
    .replace(/<li id="source-(\d+)">/g, "\n$1. ")
    .replace(/<(?:li\b[^>]*|tr\b[^>]*><th\b[^>]*)>/g, "\n- ")
    .replace(/<td data-label="([^"]*)">/g, " | $1: ")
    .replace(/<(?:td|th)\b[^>]*>/g, " | ")
    .replace(/<small>/g, "; ")
    .replace(/<\/?(?:p|caption|details|summary|article|section|table|ul|ol)\b[^>]*>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return `${text}\n`;
}
