/** The catalogue of what starts tasks on other machines: a new one is a file and a line here. */
import type { ClusterEngine } from "../engine.ts";
import { kubernetes } from "./kubernetes.ts";
import { parallel } from "./parallel.ts";
import { slurm } from "./slurm.ts";

export const ENGINES: readonly ClusterEngine[] = [slurm, parallel, kubernetes];
