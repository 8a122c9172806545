/**
 * Lists the routes that only an installation has: about itself, and for those who embed it. A device and a copy have
 * none of them (`imports` in package.json), so that their app is smaller.
 */
import type { Routes } from "../http/route.ts";
import { routes as about } from "./about/about-route.tsx";
import { routes as build } from "./build/build-route.tsx";
import { routes as oembed } from "./frame/oembed.ts";

export const installationRoutes: Routes = { ...about, ...build, ...oembed };
