/** All words of the first screen: those that the view of an answer is made of, too. */
import { en } from "../english/screen.ts";
import { partWords } from "../languages.ts";

export const screenWords = partWords("screen", en);
