import { relaxedWords } from "../relaxed-words.ts";
import { parameters } from "./parameters.ts";

export const relaxed = relaxedWords(parameters, "All filters reset");
