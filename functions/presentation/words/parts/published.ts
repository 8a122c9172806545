/** Of the words of opened rows, those about published pools. */
import { published } from "../english/published.ts";
import { partWords } from "../languages.ts";

export const publishedWords = partWords("detail", { published });
