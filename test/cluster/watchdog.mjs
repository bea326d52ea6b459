/**
 * Outlives a test that is killed: when its standard input closes, everything with a variable in its environment ends.
 * Arguments: name and value of the variable.
 */
import { killAll, processesWith } from "./processes.mjs";

const [name = "", value = ""] = process.argv.slice(2);
process.stdin.resume();
process.stdin.once("close", () => killAll(() => processesWith(name, value)));
