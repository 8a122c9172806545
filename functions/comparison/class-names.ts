/** `functions/evidence` names the classes in its reasons; the widget finds them beside the answer. */
export { groups } from "../evidence/class-names.ts";
