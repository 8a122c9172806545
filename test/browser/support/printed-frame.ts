/** The frame as `/build` prints it, on a page of another site. */
import type { Frame } from "playwright-core";
import { expect, inject } from "vitest";
import { fittingFrame } from "#presentation/embed/snippets.ts";
import { test as base, type HostPageParts } from "./fixture.ts";
import { frameOf, live } from "./screen.ts";

export const snippet = fittingFrame(inject("serverUrl"), "");

export const test = base
  .extend("framePage", ({ hostPage }) => {
    return (parts: HostPageParts) => hostPage({ head: "", ...parts });
  })
  /** The page with its frame, interactive. */
  .extend("openFrame", ({ framePage }) => {
    return async (parts: HostPageParts) => {
      const { open, ...opened } = await framePage(parts);
      await open();
      const frame = frameOf(opened.page);
      await live(frame);
      return { ...opened, frame };
    };
  });

export interface Heights {
  frame: number;
  content: number;
}

export function heightsIn(frame: Frame): Promise<Heights> {
  return frame.evaluate(() => ({
    frame: innerHeight,
    content: Math.ceil(document.documentElement.getBoundingClientRect().height),
  }));
}

export async function expectToFit(frame: Frame): Promise<number> {
  await expect
    .poll(async () => {
      const { frame: height, content } = await heightsIn(frame);
      return height - content;
    })
    .toBe(0);
  return (await heightsIn(frame)).frame;
}
