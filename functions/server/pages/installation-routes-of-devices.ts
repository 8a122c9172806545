/** Stands for `installation-routes.ts` in the app of a device. */
import type { Routes } from "../http/route.ts";

export const installationRoutes: Routes = {};
