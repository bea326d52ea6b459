/** `npm run bench:sweeps [-- --quick] [-- --json]`: the part of `npm run bench` that is about many runs. */
import { benchSweeps, sweepLines } from "./sweeps.ts";

const report = await benchSweeps(process.argv.includes("--quick"));
const lines = process.argv.includes("--json") ? [JSON.stringify(report, undefined, 2)] : sweepLines(report);
console.log(lines.join("\n"));
