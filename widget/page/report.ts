/** The script of the report at an installation. */
import { keepOffline } from "./keep-offline.ts";
import { addTools } from "./report-tools.ts";

keepOffline();
addTools();
