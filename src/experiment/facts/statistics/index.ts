/** The catalogue of statistics of stylised facts: a new one is a file and a line here. */
import { byKind } from "../../../core/index.ts";
import { change } from "./change.ts";
import { dip } from "./dip.ts";
import { elasticity } from "./elasticity.ts";
import { extreme } from "./extreme.ts";
import { level } from "./level.ts";
import { season } from "./season.ts";
import { share } from "./share.ts";
import { step } from "./step.ts";
import { swing } from "./swing.ts";
import { tail } from "./tail.ts";

export const STATISTICS = [level, share, extreme, change, dip, elasticity, season, swing, step, tail] as const;
export const STATISTIC_BY_KIND = byKind(STATISTICS);
