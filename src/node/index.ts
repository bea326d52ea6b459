/** The library in Node: documents by name or path, with everything they extend. */
import { formatIssues } from "../formats/issue-text.ts";
import { EXIT, Failure } from "./failure.ts";
import { type ResolvedScenario, resolveScenario, type ScenarioRequest } from "./scenario.ts";

export { Failure } from "./failure.ts";
export type { ResolvedScenario, ScenarioRequest } from "./scenario.ts";

/**
 * Reads a scenario as `corridor run` does: an ecosystem or a scenario by name or path, a strategy, settings.
 * @throws Failure that lists every mistake with its file, line and column
 */
export async function loadScenario(request: ScenarioRequest): Promise<ResolvedScenario> {
  const { scenario, issues } = await resolveScenario(request);
  if (!scenario) throw new Failure(EXIT.usage, formatIssues(issues).trimEnd());
  return scenario;
}
