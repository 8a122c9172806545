/** The feed of the history of the data, as a browser reads it. */
import { expect } from "vitest";
import { changesFeed } from "#server/api/changes-feed.ts";
import { recall, releases } from "../support/releases.ts";
import { test } from "./support/fixture.ts";

test("the feed is well-formed, as served and with every kind of entry", async ({ openAt }) => {
  const { page } = await openAt("/changes");
  // Our own pages let no text become markup.
  const blank = await page.context().newPage();
  const parsed = (xml: string) =>
    blank.evaluate((text) => {
      const feed = new DOMParser().parseFromString(text, "application/xml");
      const content = feed.querySelector("entry > content")?.textContent ?? "";
      return {
        root: feed.documentElement.nodeName,
        namespace: feed.documentElement.namespaceURI,
        errors: feed.querySelectorAll("parsererror").length,
        first: new DOMParser().parseFromString(content, "text/html").querySelector("p")
          ?.textContent,
      };
    }, xml);
  const wellFormed = { root: "feed", namespace: "http://www.w3.org/2005/Atom", errors: 0 };
  const served = () => page.evaluate(async () => (await fetch("/v1/changes.atom")).text());
  expect(await parsed(await served())).toMatchObject(wellFormed);
  expect(await parsed(changesFeed(releases, recall, "https://example.org/?a=b&c"))).toEqual({
    ...wellFormed,
    first: releases[0]?.what[0],
  });
});
