/** The thread that plays trials of a plan, some for each task, and moves their bytes back. */
import { move, transferableSymbol, valueSymbol, workerData } from "piscina";
import { isProved, openPlan, type PlanDocument, pieceKeys, trialAt } from "../../experiment/plan.ts";
import { type Player, trialPlayer } from "../../experiment/play-trial.ts";
import { trialSpecs } from "../../experiment/trial-specs.ts";
import { csvRows } from "../../formats/csv.ts";
import { type Block, encodeBlock, type FailedKey, type PieceBytes } from "./block.ts";
import { memoryHeld } from "./memory-share.ts";
import { numbersEntry } from "./piece-numbers.ts";
import { type TrialTask, WATCH } from "./trial-worker-contract.ts";

interface Ready {
  readonly player: Player;
  readonly plan: ReturnType<typeof openPlan>;
  readonly keys: ReturnType<typeof pieceKeys>;
}

let ready: Ready | undefined;

const document = workerData as PlanDocument;

function prepare(): Ready {
  const plan = openPlan(document);
  return { plan, player: trialPlayer(plan, trialSpecs(plan)), keys: pieceKeys(plan) };
}

const encoder = new TextEncoder();

export function play({ trials, memoryBytes, watch }: TrialTask): Block {
  ready ??= prepare();
  const { player, plan, keys } = ready;
  const pieces: PieceBytes[] = [];
  const failed: FailedKey[] = [];
  for (const { index, pieces: wanted, given } of trials) {
    const trial = trialAt(plan, index);
    const names = keys(trial);
    const played = player.play(trial, {
      wanted,
      given: new Map(given),
      hash: isProved(plan, trial),
      onRun(strategy) {
        Atomics.store(watch, WATCH.trial, index);
        Atomics.store(watch, WATCH.strategy, strategy);
        Atomics.store(watch, WATCH.week, 0);
        Atomics.add(watch, WATCH.begun, 1);
      },
      onWeek(week, weeks) {
        Atomics.store(watch, WATCH.week, week + 1);
        Atomics.store(watch, WATCH.weeks, weeks);
        // Before the system runs out and ends the whole program.
        if (memoryHeld() > memoryBytes) throw new Error(tooMuch(memoryBytes));
      },
    });
    for (const { piece, rows } of played.pieces) {
      const encoded = rows.tables.map((table) => ({
        name: table.spec.name,
        bytes: encoder.encode([...csvRows(table)].join("")),
      }));
      const numbers = Object.entries(rows.numbers).map(([name, values]) => numbersEntry(name, values));
      pieces.push({ key: names[piece] as number, tables: [...encoded, ...numbers] });
    }
    for (const { piece, message } of played.failed) failed.push({ key: names[piece] as number, message });
  }
  return moved(encodeBlock(pieces, failed));
}

const MEGABYTE = 1e6;

const tooMuch = (bytes: number): string =>
  `took more than ${Math.round(bytes / MEGABYTE)} MB, a thread's share of the memory: use fewer --workers or a coarser scale`;

/** The bytes go to the other thread without a copy. */
function moved(block: Block): Block {
  return move({
    get [transferableSymbol]() {
      return [block.bytes.buffer];
    },
    get [valueSymbol]() {
      return block;
    },
  } as unknown as ArrayBuffer) as unknown as Block;
}
