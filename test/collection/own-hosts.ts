/** Stands for `data/own-hosts.json`. */
import { files } from "./files.ts";

export default files["data/own-hosts.json"] as string[];
