/** The words of opened rows. */
import { enDetail } from "../english/detail.ts";
import { partWords } from "../languages.ts";

export const detailWords = partWords("detail", enDetail);
