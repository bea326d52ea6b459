/** The catalogue of figures, in the order of a report: a new one is a file and a line here. */
import type { FigureKind } from "../figure.ts";
import { assumptions } from "./assumptions.ts";
import { beforeAfter } from "./before-after.ts";
import { carriers } from "./carriers.ts";
import { checks } from "./checks.ts";
import { conduct } from "./conduct.ts";
import { displacement } from "./displacement.ts";
import { doubt } from "./doubt.ts";
import { effects } from "./effects.ts";
import { harms } from "./harms.ts";
import { horizons } from "./horizons.ts";
import { identified } from "./identified.ts";
import { noticed } from "./noticed.ts";
import { others } from "./others.ts";
import { prices } from "./prices.ts";
import { risk } from "./risk.ts";
import { spend } from "./spend.ts";
import { split } from "./split.ts";
import { status } from "./status.ts";
import { verdicts } from "./verdicts.ts";

export const FIGURES: readonly FigureKind[] = [
  effects,
  horizons,
  harms,
  split,
  carriers,
  status,
  conduct,
  prices,
  displacement,
  risk,
  spend,
  beforeAfter,
  noticed,
  verdicts,
  checks,
  identified,
  doubt,
  others,
  assumptions,
];
