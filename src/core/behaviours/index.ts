/** The catalogue of decision rules: a new one is a file and a line here. */
import { byKind } from "../catalogue.ts";
import { conductImitation } from "./conduct-imitation.ts";
import { conductLogit } from "./conduct-logit.ts";
import { conductSatisficing } from "./conduct-satisficing.ts";
import { riskBayes } from "./risk-bayes.ts";
import { riskSalience } from "./risk-salience.ts";
import { riskThreshold } from "./risk-threshold.ts";

export const CONDUCT_RULES = byKind([conductImitation, conductLogit, conductSatisficing]);
export const RISK_RULES = byKind([riskBayes, riskSalience, riskThreshold]);
