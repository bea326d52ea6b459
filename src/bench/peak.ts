/** The most memory that a sweep of trivial runs took, in bytes; its own process, because memory is that of a process. */
import { sweepOnce, TRIVIAL } from "./sweep-once.ts";

const KIBIBYTE = 1024;

await sweepOnce(TRIVIAL, Number(process.argv[2]), 1);
console.log(process.resourceUsage().maxRSS * KIBIBYTE);
