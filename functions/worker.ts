/** The Worker's entry: bindings in, app out. */
import { app } from "./app.ts";

export default app;
