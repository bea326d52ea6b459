/** The catalogue of commands, in the order of the help: a new one is a file and a line here. */
import type { CommandEntry } from "../command.ts";
import { analyse } from "./analyse.ts";
import { calibrate } from "./calibrate.ts";
import { check } from "./check.ts";
import { compare } from "./compare.ts";
import { completion } from "./completion.ts";
import { contribute } from "./contribute.ts";
import { describe } from "./describe.ts";
import { diff } from "./diff.ts";
import { expand } from "./expand.ts";
import { exportCommand } from "./export.ts";
import { init } from "./init.ts";
import { lab } from "./lab.ts";
import { odd } from "./odd.ts";
import { patterns } from "./patterns.ts";
import { reference } from "./reference.ts";
import { refine } from "./refine.ts";
import { report } from "./report.ts";
import { reproduce } from "./reproduce.ts";
import { resume } from "./resume.ts";
import { run } from "./run.ts";
import { schema } from "./schema.ts";
import { sweep } from "./sweep.ts";
import { validate } from "./validate.ts";
import { verify } from "./verify.ts";
import { why } from "./why.ts";

export const COMMANDS: readonly CommandEntry[] = [
  run,
  compare,
  contribute,
  patterns,
  check,
  sweep,
  calibrate,
  analyse,
  resume,
  expand,
  refine,
  verify,
  reproduce,
  report,
  exportCommand,
  lab,
  validate,
  describe,
  init,
  diff,
  why,
  schema,
  reference,
  odd,
  completion,
];
