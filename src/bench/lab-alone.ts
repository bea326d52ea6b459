/** `npm run bench:lab`: the lab alone, in a minute or two. */
import { benchLab, labBars, labLines } from "./lab.ts";
import { measureMachine } from "./machine.ts";
import { barLines } from "./page.ts";
import { benchRandom } from "./random.ts";

const machine = await measureMachine(benchRandom());
const lab = await benchLab();
if (typeof lab !== "string") console.log(barLines({ bars: labBars(lab, machine), since: new Map() }).join("\n"));
console.log(labLines(lab).join("\n"));
