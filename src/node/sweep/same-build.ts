/** Runs of two builds of the program are never put into one result. */
import { engine } from "../engine.ts";
import { EXIT, Failure } from "../failure.ts";
import { version } from "../version.ts";

interface Begun {
  readonly folder: string;
  readonly plan: { readonly version: string; readonly engine: string };
}

/** @throws Failure with status 2 that names both builds */
export function refuseOtherBuild({ folder, plan }: Begun): void {
  const [here, build] = [version(), engine()];
  if (plan.version === here && plan.engine === build) return;
  throw new Failure(
    EXIT.usage,
    `${folder}: it was begun with Corridor ${plan.version} (build ${plan.engine}), and this is ${here} (build ${build})`,
    "go on with that build, or begin again in another folder",
  );
}
