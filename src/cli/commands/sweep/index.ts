/** The parts of `corridor sweep` for more than one machine, in the order in which they are used. */
import type { CommandEntry } from "../../command.ts";
import { merge } from "./merge.ts";
import { plan } from "./plan.ts";
import { shard } from "./shard.ts";
import { status } from "./status.ts";
import { submit } from "./submit.ts";

export const SWEEP_PARTS: readonly CommandEntry[] = [plan, submit, shard, status, merge];
