/** Ends that a user can do something about: said in one line, with a status that a script can read. */
import { constants } from "node:os";

/** Statuses of the program; 74 and 75 are those of sysexits.h, the last three are 128 plus the signal. */
export const EXIT = {
  ok: 0,
  /** A fault of the program. */
  fault: 1,
  /** The command line or a scenario is wrong, or a result would be overwritten. */
  usage: 2,
  /** Finished, but some runs failed. */
  someRunsFailed: 3,
  /** Files cannot be read or written. */
  files: 74,
  /** Somebody else is writing there; try again later. */
  busy: 75,
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An end that a user can do something about: a message that says what, the status of the program and perhaps a remedy. */
export class Failure extends Error {
  readonly exitCode: ExitCode;
  /** What to do about it. */
  readonly remedy: string | undefined;

  constructor(exitCode: ExitCode, message: string, remedy?: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "Failure";
    this.exitCode = exitCode;
    this.remedy = remedy;
  }
}

const REASONS: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  ENOSPC: ["the disk is full", "free some space, or choose another place with --out"],
  EDQUOT: ["the disk quota is used up", "free some space, or choose another place with --out"],
  EFBIG: ["the file would be larger than is allowed here", "raise the limit (ulimit -f), or choose another place with --out"],
  EROFS: ["the file system is read-only", "choose another place with --out"],
  EACCES: ["permission denied", "change the permissions, or choose another place with --out"],
  EPERM: ["permission denied", "change the permissions, or choose another place with --out"],
  EMFILE: ["too many open files", "close some programs, or raise the limit (ulimit -n)"],
  ENFILE: ["too many open files on this machine", "close some programs"],
  ENOTDIR: ["a part of the path is a file, not a folder", "choose another place"],
  EISDIR: ["it is a folder, not a file", "name a file"],
  ENOENT: ["there is no such file or folder", "check the path"],
  ENAMETOOLONG: ["the name is too long", "choose a shorter name"],
  ELOOP: ["the links lead in a circle", "choose another place"],
  EIO: ["the device reports an error", "check the disk"],
  EBUSY: ["it is in use", "close what uses it and try again"],
};

/** The code of an error of the operating system, such as ENOSPC. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error && "code" in error && typeof error.code === "string")) return undefined;
  // Node has no name for a quota: "Unknown system error -122".
  return "errno" in error && error.errno === -constants.errno.EDQUOT ? "EDQUOT" : error.code;
}

/** An error of the file system as a failure with status 74; anything else as it is. */
export function fileFailure(error: unknown, doing: string): unknown {
  const code = systemCode(error);
  const known = code === undefined ? undefined : REASONS[code];
  if (!known) return error;
  return new Failure(EXIT.files, `cannot ${doing}: ${known[0]} (${code})`, known[1], { cause: error });
}

/** The same of an error that nobody has put into words: as the call of the system that failed. */
export function unforeseenFileFailure(error: unknown): unknown {
  const { syscall = "work on files", path = "" } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  return fileFailure(error, `${syscall} ${path}`.trimEnd());
}

/** Does something with files; what the operating system says against it becomes a failure. */
export function withFiles<T>(doing: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw fileFailure(error, doing);
  }
}
