/** A page of another site whose script comes through a proxy, which may alter it. */
import { inject } from "vitest";
import { type AlteringProxy, type Passed, startProxy } from "../../support/proxy.ts";
import { test as base } from "./fixture.ts";
import { live } from "./screen.ts";

export const isPart = (path: string) => /^\/assets\/(?!widget-)[^?]+\.js(?:\?|$)/.test(path);

/** A page of another site whose script is served through a proxy. */
export const test = base.extend("openByProxy", ({ openHostPage, script }, { onCleanup }) => {
  const proxies: AlteringProxy[] = [];
  onCleanup(async () => {
    await Promise.all(proxies.map((proxy) => proxy.close()));
  });
  return async (change: (passed: Passed) => Partial<Passed>) => {
    const proxy = await startProxy(inject("serverUrl"), change);
    proxies.push(proxy);
    const head = script.tag.replace(inject("serverUrl"), proxy.origin);
    const opened = await openHostPage({ head });
    await live(opened.page);
    return { ...opened, origin: proxy.origin, asked: proxy.asked };
  };
});

/** Adds code to a script that leaves a mark on the page when it runs. */
export function altered({ body }: Passed): Pick<Passed, "body"> {
  return { body: Buffer.concat([body, Buffer.from("\nwindow.altered = true;")]) };
}

export const hasRun = () => "altered" in window;
